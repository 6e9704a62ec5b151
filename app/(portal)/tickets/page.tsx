import { getTranslations } from "next-intl/server"
import { TicketsScreen } from "@/components/tickets/tickets-screen"
import { pageActor } from "@/lib/platform/session"
import { ticketFilter } from "@/lib/tickets/inputs"

export async function generateMetadata() {
  return { title: (await getTranslations("tickets"))("title") }
}

export default async function TicketsPage({ searchParams }: PageProps<"/tickets">) {
  const actor = await pageActor()
  return <TicketsScreen actor={actor} filter={ticketFilter.parse(await searchParams)} />
}
