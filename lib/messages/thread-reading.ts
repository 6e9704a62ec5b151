import { and, desc, eq, gt, lte, ne, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { messages } from "@/db/schema/messages"
import { threadReads } from "@/db/schema/messages/thread-reads"
import type { Group } from "@/lib/groups/group"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Progress } from "./reading"

type PersonCtx = Ctx & { actor: PersonActor }

const furthest = prepared((db) =>
  db
    .select({ seq: threadReads.upToSeq })
    .from(threadReads)
    .where(
      and(
        eq(threadReads.threadId, sql.placeholder("threadId")),
        eq(threadReads.personId, sql.placeholder("personId")),
      ),
    )
    .orderBy(desc(threadReads.upToSeq))
    .limit(1)
    .prepare(),
)
/** What others answered between two numbers. */
const answered = prepared((db) =>
  db
    .select({ seq: messages.seq })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, sql.placeholder("threadId")),
        gt(messages.seq, sql.placeholder("after")),
        lte(messages.seq, sql.placeholder("seq")),
        ne(messages.authorId, sql.placeholder("personId")),
      ),
    )
    .limit(1)
    .prepare(),
)
const append = prepared((db) =>
  db
    .insert(threadReads)
    .values({
      threadId: sql.placeholder("threadId"),
      personId: sql.placeholder("personId"),
      upToSeq: sql.placeholder("seq"),
      at: sql.placeholder("at"),
    })
    .prepare(),
)

/** Up to which number somebody has read a thread; 0 for who never had it before them. */
export async function readInThread(db: Db, threadId: number, personId: number): Promise<number> {
  const [row] = await furthest(db).execute({ threadId, personId })
  return row?.seq ?? 0
}

/**
 * Somebody has read a thread up to an answer; who answers has read what stands before. Where others
 * answered nothing since, nothing is kept.
 * @param wanted an answer's number; more than there is counts as all
 * @returns what receipts learn, or null when nothing moved
 */
export async function readThreadTo(
  ctx: PersonCtx,
  group: Pick<Group, "id" | "lastSeq" | "readWithStream">,
  threadId: number,
  wanted: number,
): Promise<Progress | null> {
  const place = { threadId, personId: ctx.actor.personId }
  const seq = Math.min(wanted, group.lastSeq)
  const after = await readInThread(ctx.tx, threadId, place.personId)
  const others = await answered(ctx.tx).execute({ ...place, after, seq })
  if (others.length === 0) return null
  await append(ctx.tx).execute({ ...place, seq, at: ctx.now })
  return { ...place, groupId: group.id, from: Math.max(after, group.readWithStream), to: seq }
}
