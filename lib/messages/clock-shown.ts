import { asc, inArray } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { clocks } from "@/db/schema/messages"
import type { ClockRow } from "./clock-closing"

/** What a message shows of an answer that is owed to it. */
export type ShownClock = Pick<
  ClockRow,
  | "id"
  | "messageId"
  | "personId"
  | "holderId"
  | "urgency"
  | "openedAt"
  | "dueAt"
  | "answeredAt"
  | "answeredBy"
  | "cancelledAt"
  | "open"
>

const ofMessages = prepared((db) =>
  db
    .select({
      id: clocks.id,
      messageId: clocks.messageId,
      personId: clocks.personId,
      holderId: clocks.holderId,
      urgency: clocks.urgency,
      openedAt: clocks.openedAt,
      dueAt: clocks.dueAt,
      answeredAt: clocks.answeredAt,
      answeredBy: clocks.answeredBy,
      cancelledAt: clocks.cancelledAt,
      open: clocks.open,
    })
    .from(clocks)
    .where(inArray(clocks.messageId, idsGiven("ids")))
    .orderBy(asc(clocks.messageId), asc(clocks.id))
    .prepare(),
)

/** The clocks of some messages that a page shows, by message; those without are left out. */
export async function clocksOf(
  db: Db,
  messageIds: readonly number[],
): Promise<Map<number, ShownClock[]>> {
  if (messageIds.length === 0) return new Map()
  const rows = await ofMessages(db).execute({ ids: JSON.stringify(messageIds) })
  return Map.groupBy(rows, (clock) => clock.messageId)
}
