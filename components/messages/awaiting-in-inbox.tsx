import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { ClockPane } from "@/components/messages/awaiting-pane"
import { clockPage } from "@/lib/messages/clock-page"
import type { InboxItem } from "@/lib/notifications/items"

/** What the inbox shows of answers that were escalated. */
export const clockScreen: RecordScreen = {
  pane: async (actor, id, way) => {
    const page = await clockPage(actor, id)
    return page && <ClockPane page={page} way={way} />
  },
  sentence: async (item) => (await clockSentence(item)) ?? "",
}

const sentences = {
  "clock.escalated": "escalated",
  "clock.answered": "escalationAnswered",
  "clock.cancelled": "escalationCancelled",
  "message.passed_on": "passed_on",
  "message.answered": "answered",
  "message.released": "released",
} as const

const isKnown = (type: string): type is keyof typeof sentences => type in sentences

/** What an event of an owed answer says, also of the message itself; null for any other event. */
export async function clockSentence({ type, data }: InboxItem): Promise<string | null> {
  const t = await getTranslations("awaiting.event")
  if (type === "message.reminded")
    return t(data.urgency === "urgent" ? "remindedUrgent" : "reminded")
  return isKnown(type) ? t(sentences[type]) : null
}
