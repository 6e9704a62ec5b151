import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { clocks, mentions, messages, readPositions } from "@/db/schema/messages"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { PersonActor } from "@/lib/platform/actor"
import { type Running, running } from "./clock-left"

const owed = prepared((on) =>
  on
    .select({ groupId: clocks.groupId, dueAt: clocks.dueAt, urgency: clocks.urgency })
    .from(clocks)
    .where(and(eq(clocks.holderId, sql.placeholder("personId")), eq(clocks.open, true)))
    .orderBy(asc(clocks.dueAt))
    .limit(500)
    .prepare(),
)

interface Owed {
  first: Running
  count: number
}

/** Where somebody owes answers: by group how many, and the first, urgent ones before others. */
export async function owedIn(actor: PersonActor): Promise<Map<number, Owed>> {
  const found = new Map<number, Owed>()
  const rows = await owed(db()).execute({ personId: actor.personId })
  if (rows.length === 0) return found
  const calendar = await companyCalendar()
  const now = new Date()
  for (const row of rows) {
    const known = found.get(row.groupId)
    const sooner = !known || (row.urgency === "urgent" && known.first.urgency !== "urgent")
    const first = sooner ? running(calendar, row, now) : known.first
    found.set(row.groupId, { first, count: (known?.count ?? 0) + 1 })
  }
  return found
}

const mentioned = prepared((on) =>
  on
    .select({ groupId: messages.groupId, seq: messages.seq, position: readPositions.seq })
    .from(mentions)
    .innerJoin(messages, eq(messages.id, mentions.messageId))
    .leftJoin(
      readPositions,
      and(
        eq(readPositions.personId, mentions.personId),
        eq(readPositions.groupId, messages.groupId),
      ),
    )
    .where(and(eq(mentions.personId, sql.placeholder("personId")), isNull(messages.withdrawnAt)))
    .orderBy(desc(mentions.messageId))
    .limit(100)
    .prepare(),
)

/** Unread messages that mention somebody, by group; of their last hundred mentions. */
export async function unreadMentions(actor: PersonActor): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  for (const row of await mentioned(db()).execute({ personId: actor.personId }))
    if (row.seq > (row.position ?? 0)) found.set(row.groupId, (found.get(row.groupId) ?? 0) + 1)
  return found
}
