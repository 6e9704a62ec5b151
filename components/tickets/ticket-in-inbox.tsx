import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { ticketSentence } from "@/components/tickets/ticket-sentence"

/** A ticket is too wide for a pane: it opens on its own page. */
export const ticketScreen: RecordScreen = {
  sentence: async (item) => ticketSentence(item, await getTranslations("tickets")),
}
