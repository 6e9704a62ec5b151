import { and, asc, eq, gt, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { readPositions, reads } from "@/db/schema/messages"
import { departments, leaves, people, sessions } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Message } from "./message"
import type { MessageView } from "./view"

const seenBy = prepared((on) =>
  on
    .select({
      personId: groupMembers.personId,
      joinedSeq: groupMembers.joinedSeq,
      seen: sql<number>`coalesce(${readPositions.seen}, 0)`,
    })
    .from(groupMembers)
    .leftJoin(
      readPositions,
      and(
        eq(readPositions.personId, groupMembers.personId),
        eq(readPositions.groupId, groupMembers.groupId),
      ),
    )
    .where(eq(groupMembers.groupId, sql.placeholder("groupId")))
    .prepare(),
)

/**
 * How many people haven't read messages of one author: by the message's number. Who came after it
 * was said isn't counted.
 */
export async function unreadCounts(
  groupId: number,
  authorId: number,
  seqs: readonly number[],
): Promise<Map<number, number>> {
  if (seqs.length === 0) return new Map()
  const others = (await seenBy(db()).execute({ groupId })).filter(
    ({ personId }) => personId !== authorId,
  )
  return new Map(
    seqs.map((seq) => [
      seq,
      others.filter(({ seen, joinedSeq }) => joinedSeq < seq && Number(seen) < seq).length,
    ]),
  )
}

/** How many haven't read each of the reader's own messages, beside them. */
export async function withReceipts<T extends { rows: MessageView[] }>(
  actor: PersonActor,
  groupId: number,
  stretch: T,
): Promise<T & { unread: Record<number, number> }> {
  const own = stretch.rows.filter(({ author }) => author.id === actor.personId)
  const counts = await unreadCounts(
    groupId,
    actor.personId,
    own.map(({ seq }) => seq),
  )
  return { ...stretch, unread: Object.fromEntries(counts) }
}

/** Who hasn't read a message, up to the size of a large group. */
export async function unreadIds(on: Db, message: Message): Promise<number[]> {
  const rows = await seenBy(on).execute({ groupId: message.groupId })
  return rows.flatMap(({ personId, joinedSeq, seen }) =>
    personId !== message.authorId && joinedSeq < message.seq && Number(seen) < message.seq
      ? [personId]
      : [],
  )
}

const lists = prepared((on) =>
  on
    .select({
      id: people.id,
      name: people.name,
      face: people.faceFileId,
      department: departments.name,
      joinedSeq: groupMembers.joinedSeq,
      readAt: sql<number | string | null>`(select ${reads.at} from ${reads}
        where ${reads.groupId} = ${groupMembers.groupId} and ${reads.personId} = ${groupMembers.personId}
          and ${reads.upToSeq} >= ${sql.placeholder("seq")} order by ${reads.upToSeq} limit 1)`,
      lastSeen: sql<
        number | string | null
      >`(select max(${sessions.seenAt}) from ${sessions} where ${sessions.personId} = ${people.id})`,
      leaveUntil: sql<string | null>`(select max(${leaves.lastDay}) from ${leaves}
        where ${leaves.personId} = ${people.id} and ${leaves.endedAt} is null
          and ${leaves.firstDay} <= ${sql.placeholder("today")} and ${leaves.lastDay} >= ${sql.placeholder("today")})`,
    })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .innerJoin(departments, eq(departments.id, people.departmentId))
    .where(
      and(
        eq(groupMembers.groupId, sql.placeholder("groupId")),
        gt(people.id, sql.placeholder("after")),
      ),
    )
    .orderBy(asc(people.id))
    .limit(sql.placeholder("limit"))
    .prepare(),
)

export interface Reader {
  id: number
  name: string
  face: number | null
  department: string
  readAt: string | null
  lastSeen: string | null
  leaveUntil: string | null
}

const mostReaders = 2_000

/** Who has read a message and when, and who hasn't and why not, as far as it is known. */
export async function readersOf(message: Message, today: string) {
  const rows = await lists(db()).execute({
    groupId: message.groupId,
    seq: message.seq,
    after: 0,
    limit: mostReaders,
    today,
  })
  const all: Reader[] = rows
    .filter(({ id, joinedSeq }) => id !== message.authorId && joinedSeq < message.seq)
    .map(({ joinedSeq: _, readAt, lastSeen, ...person }) => ({
      ...person,
      readAt: instant(readAt),
      lastSeen: instant(lastSeen),
    }))
  return {
    read: all
      .filter(({ readAt }) => readAt !== null)
      .toSorted((a, b) => String(a.readAt).localeCompare(String(b.readAt))),
    unread: all.filter(({ readAt }) => readAt === null),
  }
}

/** Subqueries answer as the engine stores instants. */
const instant = (value: number | string | null): string | null =>
  value === null ? null : new Date(value).toISOString()
