import { getTranslations } from "next-intl/server"
import { GuestNewTicket } from "@/components/tickets/guest-new-ticket"
import { pageGuest } from "@/lib/guests/page-guest"

export async function generateMetadata() {
  return { title: (await getTranslations("tickets.g"))("new") }
}

export default async function GuestNewTicketPage() {
  return <GuestNewTicket guest={await pageGuest()} />
}
