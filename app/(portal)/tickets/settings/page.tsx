import { getTranslations } from "next-intl/server"
import { TicketSettings } from "@/components/tickets/settings-page"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tickets.settings"))("title") }
}

export default async function TicketSettingsPage() {
  return <TicketSettings actor={await pageActor()} />
}
