import { and, asc, eq, gt, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { readPositions, reads } from "@/db/schema/messages"
import { threadReads } from "@/db/schema/messages/thread-reads"
import { departments, leaves, people, sessions } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Message } from "./message"
import type { MessageView } from "./view"

const streamOf = and(
  eq(readPositions.personId, groupMembers.personId),
  eq(readPositions.groupId, groupMembers.groupId),
)
const inGroup = eq(groupMembers.groupId, sql.placeholder("groupId"))

const seenInStream = prepared((on) =>
  on
    .select({
      personId: groupMembers.personId,
      joinedSeq: groupMembers.joinedSeq,
      seen: readPositions.seen,
    })
    .from(groupMembers)
    .leftJoin(readPositions, streamOf)
    .where(inGroup)
    .prepare(),
)
const seenInThread = prepared((on) =>
  on
    .select({
      personId: groupMembers.personId,
      joinedSeq: groupMembers.joinedSeq,
      stream: readPositions.seen,
      withStream: groups.readWithStream,
      thread: sql<number | string | null>`(select max(${threadReads.upToSeq}) from ${threadReads}
        where ${threadReads.threadId} = ${sql.placeholder("threadId")}
          and ${threadReads.personId} = ${groupMembers.personId})`,
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .leftJoin(readPositions, streamOf)
    .where(inGroup)
    .prepare(),
)

interface Seen {
  personId: number
  joinedSeq: number
  seen: number
}

/**
 * How far everybody has read a group's stream, or one of its threads: answers aren't shown in the
 * stream, but those of before an upgrade were counted by it.
 */
async function seenIn(on: Db, groupId: number, threadId: number | null): Promise<Seen[]> {
  if (threadId === null)
    return (await seenInStream(on).execute({ groupId })).map((row) => ({
      ...row,
      seen: row.seen ?? 0,
    }))
  const rows = await seenInThread(on).execute({ groupId, threadId })
  return rows.map(({ stream, withStream, thread, ...row }) => ({
    ...row,
    seen: Math.max(Number(thread), Math.min(stream ?? 0, withStream)),
  }))
}

/** Who hasn't read a message; who came after it was said isn't counted. */
const notRead =
  ({ seq, authorId }: Pick<Message, "seq" | "authorId">) =>
  ({ personId, joinedSeq, seen }: Seen): boolean =>
    personId !== authorId && joinedSeq < seq && seen < seq

/**
 * How many people haven't read messages of one author, by the message's number.
 * @param threadId what begins the thread they stand in; null for the stream
 */
export async function unreadCounts(
  groupId: number,
  authorId: number,
  seqs: readonly number[],
  threadId: number | null = null,
): Promise<Map<number, number>> {
  if (seqs.length === 0) return new Map()
  const seen = await seenIn(db(), groupId, threadId)
  return new Map(seqs.map((seq) => [seq, seen.filter(notRead({ seq, authorId })).length]))
}

/** How many haven't read each of the reader's own messages, beside them. */
export async function withReceipts<T extends { rows: MessageView[] }>(
  actor: PersonActor,
  groupId: number,
  stretch: T,
  threadId: number | null = null,
): Promise<T & { unread: Record<number, number> }> {
  const own = stretch.rows.filter(({ author }) => author.id === actor.personId)
  const seqs = own.map(({ seq }) => seq)
  const counts = await unreadCounts(groupId, actor.personId, seqs, threadId)
  return { ...stretch, unread: Object.fromEntries(counts) }
}

/** Who hasn't read a message, up to the size of a large group. */
export async function unreadIds(on: Db, message: Message): Promise<number[]> {
  const seen = await seenIn(on, message.groupId, message.threadId)
  return seen.filter(notRead(message)).map(({ personId }) => personId)
}

const lists = prepared((on) =>
  on
    .select({
      id: people.id,
      name: people.name,
      face: people.faceFileId,
      department: departments.name,
      joinedSeq: groupMembers.joinedSeq,
      withStream: groups.readWithStream,
      inStream: sql<number | string | null>`(select ${reads.at} from ${reads}
        where ${reads.groupId} = ${groupMembers.groupId} and ${reads.personId} = ${groupMembers.personId}
          and ${reads.upToSeq} >= ${sql.placeholder("seq")} order by ${reads.upToSeq} limit 1)`,
      inThread: sql<number | string | null>`(select ${threadReads.at} from ${threadReads}
        where ${threadReads.threadId} = ${sql.placeholder("threadId")}
          and ${threadReads.personId} = ${groupMembers.personId}
          and ${threadReads.upToSeq} >= ${sql.placeholder("seq")} order by ${threadReads.upToSeq} limit 1)`,
      lastSeen: sql<
        number | string | null
      >`(select max(${sessions.seenAt}) from ${sessions} where ${sessions.personId} = ${people.id})`,
      leaveUntil: sql<string | null>`(select max(${leaves.lastDay}) from ${leaves}
        where ${leaves.personId} = ${people.id} and ${leaves.endedAt} is null
          and ${leaves.firstDay} <= ${sql.placeholder("today")} and ${leaves.lastDay} >= ${sql.placeholder("today")})`,
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .innerJoin(departments, eq(departments.id, people.departmentId))
    .where(and(inGroup, gt(people.id, sql.placeholder("after"))))
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
    threadId: message.threadId,
    seq: message.seq,
    after: 0,
    limit: mostReaders,
    today,
  })
  const all: Reader[] = rows
    .filter(({ id, joinedSeq }) => id !== message.authorId && joinedSeq < message.seq)
    .map(({ joinedSeq: _, withStream, inStream, inThread, lastSeen, ...person }) => ({
      ...person,
      readAt: earlier(
        instant(inThread),
        message.threadId === null || message.seq <= withStream ? instant(inStream) : null,
      ),
      lastSeen: instant(lastSeen),
    }))
  return {
    read: all
      .filter(({ readAt }) => readAt !== null)
      .toSorted((a, b) => String(a.readAt).localeCompare(String(b.readAt))),
    unread: all.filter(({ readAt }) => readAt === null),
  }
}

const earlier = (a: string | null, b: string | null): string | null =>
  [a, b].filter((at) => at !== null).toSorted()[0] ?? null

/** Subqueries answer as the engine stores instants. */
const instant = (value: number | string | null): string | null =>
  value === null ? null : new Date(value).toISOString()
