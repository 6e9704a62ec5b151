import { and, asc, desc, eq, gt, gte, isNull, lt, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { type MessageView, viewsOf } from "./view"

export const pageSize = 40

const inStream = and(eq(messages.groupId, sql.placeholder("groupId")), isNull(messages.threadId))
const limit = sql.placeholder("limit")

const before = prepared((on) =>
  on
    .select()
    .from(messages)
    .where(and(inStream, lt(messages.seq, sql.placeholder("seq"))))
    .orderBy(desc(messages.seq))
    .limit(limit)
    .prepare(),
)
const after = prepared((on) =>
  on
    .select()
    .from(messages)
    .where(and(inStream, gt(messages.seq, sql.placeholder("seq"))))
    .orderBy(asc(messages.seq))
    .limit(limit)
    .prepare(),
)
const firstSince = prepared((on) =>
  on
    .select({ seq: messages.seq })
    .from(messages)
    .where(
      and(
        eq(messages.groupId, sql.placeholder("groupId")),
        gte(messages.at, sql.placeholder("at")),
      ),
    )
    .orderBy(asc(messages.at))
    .limit(1)
    .prepare(),
)
const replies = prepared((on) =>
  on
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.threadId, sql.placeholder("rootId")),
        gt(messages.seq, sql.placeholder("seq")),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(limit)
    .prepare(),
)
const lastReplies = prepared((on) =>
  on
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.threadId, sql.placeholder("rootId")),
        lt(messages.seq, sql.placeholder("seq")),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(limit)
    .prepare(),
)
const one = prepared((on) =>
  on
    .select()
    .from(messages)
    .where(eq(messages.id, sql.placeholder("id")))
    .prepare(),
)

/** A stretch of what was said, oldest first, and whether there is more at either end. */
export interface Stretch {
  rows: MessageView[]
  earlier: boolean
  later: boolean
}

const whole = 9e15

/** What was said before a message, or the newest of all. The caller has checked the group. */
export async function earlierThan(groupId: number, seq = whole): Promise<Stretch> {
  const rows = await before(db()).execute({ groupId, seq, limit: pageSize + 1 })
  return {
    rows: await viewsOf(db(), rows.slice(0, pageSize).toReversed()),
    earlier: rows.length > pageSize,
    later: seq !== whole,
  }
}

/** What was said after a message: also all that a page missed while it was away. */
export async function laterThan(groupId: number, seq: number): Promise<Stretch> {
  const rows = await after(db()).execute({ groupId, seq, limit: pageSize + 1 })
  return {
    rows: await viewsOf(db(), rows.slice(0, pageSize)),
    earlier: true,
    later: rows.length > pageSize,
  }
}

/** The surroundings of a message, for links and jumps. */
export async function around(groupId: number, seq: number): Promise<Stretch> {
  const half = pageSize / 2
  const above = await before(db()).execute({ groupId, seq, limit: half + 1 })
  const below = await after(db()).execute({ groupId, seq: seq - 1, limit: pageSize + 1 })
  const rows = [...above.slice(0, half).toReversed(), ...below.slice(0, pageSize)]
  return {
    rows: await viewsOf(db(), rows),
    earlier: above.length > half,
    later: below.length > pageSize,
  }
}

/** Where in the stream a day begins: the number of its first message, or none from then on. */
export async function seqSince(groupId: number, at: Date): Promise<number | null> {
  const [row] = await firstSince(db()).execute({ groupId, at: messages.at.mapToDriverValue(at) })
  return row?.seq ?? null
}

/** A message's thread: what began it and what was answered, the newest stretch or one before it. */
export async function threadOf(groupId: number, rootId: number, seq = whole) {
  const [root] = await one(db()).execute({ id: rootId })
  if (root?.groupId !== groupId || root.threadId !== null) return null
  const rows = await lastReplies(db()).execute({ rootId, seq, limit: pageSize + 1 })
  const [first, ...answers] = await viewsOf(db(), [root, ...rows.slice(0, pageSize).toReversed()])
  return first ? { root: first, rows: answers, earlier: rows.length > pageSize } : null
}

/** What was answered in a thread after a message. */
export const repliesAfter = async (rootId: number, seq: number): Promise<MessageView[]> =>
  viewsOf(db(), await replies(db()).execute({ rootId, seq, limit: pageSize }))
