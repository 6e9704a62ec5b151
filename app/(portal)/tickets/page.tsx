import { getTranslations } from "next-intl/server"
import { TicketsScreen } from "@/components/tickets/tickets-screen"
import { pageActor } from "@/lib/platform/session"
import { clientInFilter } from "@/lib/tickets/finding-client"
import { ticketFilter } from "@/lib/tickets/inputs"

export async function generateMetadata() {
  return { title: (await getTranslations("tickets"))("title") }
}

export default async function TicketsPage({ searchParams }: PageProps<"/tickets">) {
  const actor = await pageActor()
  const typed = await searchParams
  const client = await clientInFilter(actor, typed.client)
  return <TicketsScreen actor={actor} filter={{ ...ticketFilter.parse(typed), client }} />
}
