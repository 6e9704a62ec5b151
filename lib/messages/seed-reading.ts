import { asc, sql } from "drizzle-orm"
import { insertMany } from "@/db/bulk"
import { groupMembers } from "@/db/schema/groups"
import { messages, readPositions, reads } from "@/db/schema/messages"
import { threadReads } from "@/db/schema/messages/thread-reads"
import type { Ctx } from "@/lib/platform/context"

interface Said {
  id: number
  seq: number
  at: number
  authorId: number
  threadId: number | null
}
type Read = Pick<typeof reads.$inferInsert, "groupId" | "personId" | "upToSeq" | "at">

const minute = 60_000

/**
 * How far everybody has read, and when: written at once for all, as reading one by one would have
 * left it.
 * @param unread how many of the newest messages somebody has before them, by group and person; in
 *   groups that aren't named people read when they come to it
 */
export async function writeReading(
  ctx: Ctx,
  unread: ReadonlyMap<number, ReadonlyMap<number, number>>,
): Promise<void> {
  const said = await ctx.tx
    .select({
      id: messages.id,
      groupId: messages.groupId,
      seq: messages.seq,
      at: messages.at,
      authorId: messages.authorId,
      threadId: messages.threadId,
    })
    .from(messages)
    .orderBy(asc(messages.groupId), asc(messages.seq))
  const byGroup = Map.groupBy(
    said.map((row) => ({ ...row, at: row.at.getTime() })),
    ({ groupId }) => groupId,
  )
  const members = await ctx.tx.select().from(groupMembers)
  const rows = members.flatMap(({ groupId, personId, joinedSeq }) =>
    readingOf(
      (byGroup.get(groupId) ?? []).filter(({ seq }) => seq > joinedSeq),
      { groupId, personId },
      ctx.now.getTime(),
      unread.has(groupId) ? (unread.get(groupId)?.get(personId) ?? 0) : null,
    ),
  )
  await insertMany(ctx.tx, reads, rows)
  await putPositions(ctx, rows)
  await insertMany(ctx.tx, threadReads, inThreads(rows, byGroup, ctx.now))
}

/**
 * Who came by opened the threads in which there was something new a little later; some open none
 * but those in which they speak.
 */
function inThreads(
  rows: readonly Read[],
  byGroup: ReadonlyMap<number, readonly Said[]>,
  now: Date,
): (typeof threadReads.$inferInsert)[] {
  const until = new Map<string, number>()
  const speak = new Set(
    [...byGroup.values()]
      .flat()
      .map(({ id, threadId, authorId }) => `${threadId ?? id} ${authorId}`),
  )
  return rows.flatMap(({ groupId, personId, upToSeq, at }) => {
    const place = `${groupId} ${personId}`
    const from = until.get(place) ?? 0
    until.set(place, upToSeq)
    const fresh = (byGroup.get(groupId) ?? []).filter(
      ({ seq, authorId }) => seq > from && seq <= upToSeq && authorId !== personId,
    )
    return [...Map.groupBy(fresh, ({ threadId }) => threadId)].flatMap(([threadId, answers]) => {
      const stays =
        mixed(personId, threadId ?? 0) % 6 === 0 && !speak.has(`${threadId} ${personId}`)
      if (threadId === null || stays) return []
      const read = { threadId, personId, upToSeq: answers.at(-1)?.seq ?? 0 }
      const later = at.getTime() + (mixed(personId, upToSeq) % 90) * 1_000
      return [{ ...read, at: new Date(Math.min(later, now.getTime())) }]
    })
  })
}

/** One person's reading of one group; what they say there they have read. */
function readingOf(
  said: readonly Said[],
  place: { groupId: number; personId: number },
  now: number,
  left: number | null,
): Read[] {
  const newest = left === null ? Number.POSITIVE_INFINITY : (said.at(-1 - left)?.seq ?? 0)
  const found: Read[] = []
  let until = 0
  for (const { seq, at, authorId } of said) {
    if (authorId === place.personId) until = Math.max(until, at)
    if (at <= until || seq > newest || authorId === place.personId) continue
    const usual = at + delay(place.personId, seq) * minute
    if (usual > now && left === null) break
    until = usual < now ? usual : at + (now - at) / 2
    const upTo = said.findLast((each) => each.at <= until && each.seq <= newest)?.seq ?? seq
    found.push({ ...place, upToSeq: upTo, at: new Date(until) })
  }
  return found
}

/** Minutes until somebody reads something: most people soon, some late. */
function delay(personId: number, seq: number): number {
  const chance = mixed(personId, seq)
  return personId % 5 === 0 ? 30 + (chance % 240) : 1 + (chance % 35)
}

const mixed = (one: number, other: number): number =>
  Math.imul(one * 31 + other, 2_654_435_761) >>> 8

async function putPositions(ctx: Ctx, rows: readonly Read[]): Promise<void> {
  const last = new Map(rows.map((row) => [`${row.personId} ${row.groupId}`, row]))
  await insertMany(
    ctx.tx,
    readPositions,
    [...last.values()].map(({ personId, groupId, upToSeq }) => ({
      ...{ personId, groupId },
      seq: upToSeq,
      seen: upToSeq,
    })),
    {
      tail: sql` on conflict (person_id, group_id) do update set seq = excluded.seq, seen = excluded.seen
        where ${readPositions.seen} < excluded.seen`,
    },
  )
}
