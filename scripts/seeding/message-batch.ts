import { eq, sql } from "drizzle-orm"
import { insertMany, parts, valuesTable } from "@/db/bulk"
import type { Db } from "@/db/database"
import { engine } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { clocks, mentions, messages, reactions, readPositions, reads } from "@/db/schema/messages"
import { threadReads } from "@/db/schema/messages/thread-reads"
import { topicOf } from "@/lib/platform/access"
import { indexMany } from "@/lib/platform/bulk-index"
import type { Known } from "@/lib/platform/module"
import type { Dice } from "./dice"
import type { Room } from "./rooms"
import { insertSealed, type PastEvent } from "./sealed"
import { type Line, linesOf, remember, type Talk } from "./talk"

interface Said {
  id: number
  line: Line
}
const minute = 60_000

/**
 * Messages of some turns with everything that one transaction each would have left behind; the
 * inboxes of those mentioned stay empty.
 */
export const seedMessageBatch = (
  talk: Talk,
  { from, until }: { from: number; until: number },
  roll: Dice,
): Promise<void> =>
  engine().write(async ({ db }) => {
    const lines = linesOf(talk, from, until, roll)
    const stored = await insertMany<typeof messages, { id: number }>(db, messages, lines, {
      returning: ["id"],
    })
    const ids = stored.map(({ id }) => Number(id)).toSorted((a, b) => a - b)
    const said = lines.map((line, n) => ({ id: ids[n] ?? 0, line }))
    await countReplies(db, said)
    await indexMany(db, "message", said.map(known))
    await insertMany(db, reads, said.map(readByAuthor))
    await insertMany(
      db,
      threadReads,
      said.flatMap((one) => readInThread(talk, one, roll)),
    )
    const asked = await ask(db, talk, said, roll)
    const reacted = await react(db, talk, said, roll)
    const past = [...said.map((one) => sent(one, asked.get(one.id))), ...reacted]
    await insertSealed(
      db,
      past.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    )
    remember(talk, said)
  })

/** As much of a message as the search asks for. */
const known = ({ id, line }: Said): Known & { body: string; withdrawnAt: null } => ({
  ...{ id, body: line.body, withdrawnAt: null, sensitivityId: null },
  grants: [{ principal: `group:${line.groupId}`, level: "admin" }],
})

const readByAuthor = ({ line: { groupId, authorId, seq, at } }: Said) => ({
  ...{ groupId, at },
  personId: authorId,
  upToSeq: seq,
})

/** Most of a small group open a thread, and some of a large one; who answers has read it. */
const readers = 8

function readInThread(talk: Talk, { line }: Said, roll: Dice): (typeof threadReads.$inferInsert)[] {
  const { threadId, authorId, groupId, seq, at } = line
  if (threadId === null) return []
  const members = talk.places.get(groupId)?.room.members ?? [authorId]
  const others = Array.from({ length: readers }, () => roll.pick(members))
  return [...new Set([authorId, ...others])].map((personId) => ({
    ...{ threadId, personId, upToSeq: seq },
    at: new Date(at.getTime() + (personId === authorId ? 0 : 1 + roll.below(50)) * minute),
  }))
}

async function countReplies(db: Db, said: readonly Said[]): Promise<void> {
  const byRoot = Map.groupBy(said, ({ line }) => line.threadId)
  const rows = [...byRoot].flatMap(([rootId, answers]) =>
    rootId === null
      ? []
      : [[rootId, answers.length, messages.lastReplyAt.mapToDriverValue(lastOf(answers))]],
  )
  if (rows.length === 0) return
  const types = ["bigint", "bigint", messages.lastReplyAt.getSQLType()]
  await engine().run(
    db,
    sql`update ${messages} set replies = replies + given.column2, last_reply_at = given.column3
      from ${valuesTable(rows, types)} as given where ${messages.id} = given.column1`,
  )
}

const lastOf = (said: readonly Said[]): Date => said.at(-1)?.line.at ?? new Date(0)

const colleague = (talk: Talk, { line }: Said, roll: Dice): number | null => {
  const [first, ...others] = talk.places.get(line.groupId)?.room.members ?? [0]
  const one = roll.pick([first, ...others])
  return one === line.authorId ? null : one
}

/** One in fifty mentions somebody and waits for an answer, which came. */
async function ask(db: Db, talk: Talk, said: readonly Said[], roll: Dice) {
  const asked = new Map<number, number>()
  const open = said.flatMap((one) => {
    const personId = roll.chance(0.02) ? colleague(talk, one, roll) : null
    if (personId === null) return []
    asked.set(one.id, personId)
    const { groupId, authorId, at, urgency } = one.line
    const dueAt = new Date(at.getTime() + (urgency === "urgent" ? 15 : 120) * minute)
    return [
      {
        ...{ messageId: one.id, groupId, personId, holderId: personId, askedById: authorId },
        ...{ urgency, openedAt: at, dueAt, open: false, answeredBy: "done" as const },
        answeredAt: new Date(at.getTime() + (1 + roll.below(14)) * minute),
      },
    ]
  })
  await insertMany(
    db,
    mentions,
    said.flatMap(({ id, line: { groupId, seq } }) => {
      const personId = asked.get(id)
      if (personId === undefined) return []
      return [{ messageId: id, groupId, seq, personId, reason: "请确认", needsAnswer: true }]
    }),
  )
  await insertMany(db, clocks, open)
  return asked
}

/** One in ten gets a sign. */
async function react(db: Db, talk: Talk, said: readonly Said[], roll: Dice): Promise<PastEvent[]> {
  const rows = said.flatMap((one) => {
    const personId = roll.chance(0.1) ? colleague(talk, one, roll) : null
    const at = new Date(one.line.at.getTime() + 1_000)
    return personId === null
      ? []
      : [{ messageId: one.id, code: "thumbs_up", personId, at, groupId: one.line.groupId }]
  })
  await insertMany(
    db,
    reactions,
    rows.map(({ groupId: _, ...row }) => row),
  )
  return rows.map(({ messageId, code, personId, at, groupId }) => ({
    ...about(messageId, groupId),
    ...{ type: "message.reacted", at, actorId: personId, data: { groupId, code, on: true } },
  }))
}

const about = (recordId: number, groupId: number) => ({
  ...{ kind: "message", recordId },
  topics: [
    `message:${recordId}`,
    topicOf(`group:${groupId}`),
    topicOf(`scope:group:${groupId}`),
    `group:${groupId}`,
  ],
})

function sent({ id, line }: Said, asked: number | undefined): PastEvent {
  const { groupId, seq, at, authorId, urgency, threadId } = line
  const { topics, ...rest } = about(id, groupId)
  return {
    ...rest,
    ...{ type: "message.sent", at, actorId: authorId },
    topics: asked === undefined ? topics : [...topics, `person:${asked}`],
    data: {
      ...{ groupId, seq },
      ...(urgency === "urgent" && { urgent: true }),
      ...(threadId !== null && { threadId }),
      ...(asked !== undefined && { mentioned: [asked] }),
    },
  }
}

/** How far each group is, and how far its members have read: nearly everything, now and then. */
export async function endTalk(talk: Talk, now: Date, roll: Dice): Promise<void> {
  const places = [...talk.places.values()]
  for (const part of parts(places, 100))
    await engine().write(async ({ db }) => {
      for (const { room, seq } of part)
        await db.update(groups).set({ lastSeq: seq, lastAt: now }).where(eq(groups.id, room.id))
      const rows = part.flatMap(({ room, seq }) => readingOf(room, seq, talk.from, now, roll))
      await insertMany(db, reads, rows)
      const last = new Map(rows.map((row) => [`${row.groupId} ${row.personId}`, row]))
      await insertMany(
        db,
        readPositions,
        [...last.values()].map(({ groupId, personId, upToSeq: seq }) => ({
          ...{ groupId, personId, seq, seen: seq },
        })),
      )
    })
}

const visits = 12

function readingOf(room: Room, seq: number, from: number, now: Date, roll: Dice) {
  const newest = Math.max(0, seq - roll.below(6))
  return room.members.flatMap((personId) =>
    Array.from({ length: Math.min(visits, newest) }, (_, n) => ({
      ...{ groupId: room.id, personId },
      upToSeq: Math.ceil((newest * (n + 1)) / visits),
      at: new Date(from + ((now.getTime() - from) * (n + 1)) / visits),
    })),
  )
}
