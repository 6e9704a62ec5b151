import { getTranslations } from "next-intl/server"
import { GuestTickets } from "@/components/tickets/guest-tickets"
import { pageGuest } from "@/lib/guests/page-guest"

export async function generateMetadata() {
  return { title: (await getTranslations("tickets.g"))("mine") }
}

export default async function GuestTicketsPage() {
  return <GuestTickets guest={await pageGuest()} />
}
