import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { clockSentence } from "@/components/messages/awaiting-in-inbox"
import { db } from "@/db/engine"
import { knownName } from "@/lib/groups/browsing"
import { mentionFor } from "@/lib/messages/mentioning"
import type { InboxItem } from "@/lib/notifications/items"
import { pageActor } from "@/lib/platform/session"

/** What the inbox says of messages: who asks for what. The message itself stands in its group. */
export const messageScreen: RecordScreen = {
  sentence: async (item) => (await clockSentence(item)) ?? (await ownSentence(item)),
}

async function ownSentence(item: InboxItem): Promise<string> {
  const t = await getTranslations("messages.inbox")
  if (item.type === "message.moved") {
    const group = await knownName(await pageActor(), Number(item.data.toGroupId))
    return group === null ? t("movedAway") : t("moved", { group })
  }
  if (item.type === "message.unread_reminded") return t("unread")
  if (item.type !== "message.sent") return t("said")
  return called(item)
}

/** A mention with its reason; else that it is urgent. */
async function called({ data, recordId }: InboxItem): Promise<string> {
  const [t, actor] = await Promise.all([getTranslations("messages.inbox"), pageActor()])
  const mention = await mentionFor(db(), recordId, actor.personId)
  if (mention)
    return t(mention.personId === null ? "everyone" : "mentioned", { reason: mention.reason })
  return data.urgent ? t("urgent") : t("said")
}

/** A message that couldn't be sent when it was time: it waits with why on its own page. */
export const unsentScreen: RecordScreen = {
  sentence: async ({ data }) => {
    const t = await getTranslations("messages.inbox")
    return t(data.why === "shutOut" ? "shutOut" : "changed")
  },
}
