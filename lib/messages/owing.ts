import { and, asc, eq, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { clocks, mentions, readPositions } from "@/db/schema/messages"
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

const unread = sql<number>`(select count(*) from ${mentions}
  where ${mentions.personId} = ${groupMembers.personId}
    and ${mentions.groupId} = ${groupMembers.groupId}
    and ${mentions.seq} > coalesce(${readPositions.seq}, ${groupMembers.joinedSeq}))`

const mentioned = prepared((on) =>
  on
    .select({ groupId: groupMembers.groupId, count: unread })
    .from(groupMembers)
    .leftJoin(
      readPositions,
      and(
        eq(readPositions.personId, groupMembers.personId),
        eq(readPositions.groupId, groupMembers.groupId),
      ),
    )
    .where(eq(groupMembers.personId, sql.placeholder("personId")))
    .prepare(),
)

/** Unread messages that mention somebody, by group: a stretch of an index for each. */
export async function unreadMentions(actor: PersonActor): Promise<Map<number, number>> {
  const rows = await mentioned(db()).execute({ personId: actor.personId })
  return new Map(rows.map((row) => [row.groupId, Number(row.count)]))
}
