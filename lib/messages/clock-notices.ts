import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"

const ids = (given: unknown): number[] =>
  Array.isArray(given) ? given.filter((id) => Number.isSafeInteger(id)) : []

/** What is urgent can't be switched off; the other reminders are everybody's own choice. */
const reminderOf = (event: NewEvent): string =>
  event.data?.urgency === "urgent" ? "messages.urgent" : "messages.reminder"

/** Who has to answer. */
export const toHolders = async (_: Ctx, event: NewEvent): Promise<readonly Notice[]> => [
  { personIds: ids(event.data?.holderIds), category: reminderOf(event), needsYou: true },
]

/** Who answers in somebody's place from now on. */
export const toStandIns = async (_: Ctx, event: NewEvent): Promise<readonly Notice[]> => [
  {
    personIds: Object.keys(Object(event.data?.standIns)).map(Number),
    category: reminderOf(event),
    needsYou: true,
  },
]

/** Who has to see that an overdue answer comes. */
export const toSuperiors = async (_: Ctx, event: NewEvent): Promise<readonly Notice[]> => [
  { personIds: ids(event.data?.to), category: "messages.escalated", needsYou: true },
]

/** Who asked hears that it was dealt with without a word; an answer they see by itself. */
export const toAsker = async (_: Ctx, { data }: NewEvent): Promise<readonly Notice[]> =>
  data?.how === "done"
    ? [{ personIds: ids([data.askedById]), category: "messages.answered", needsYou: false }]
    : []
