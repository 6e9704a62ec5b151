import { and, eq, gte, sql } from "drizzle-orm"
import { plain, prepared, preparedChange } from "@/db/engine"
import { readPositions, reads } from "@/db/schema/messages"
import type { Group } from "@/lib/groups/group"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Message } from "./message"

type PersonCtx = Ctx & { actor: PersonActor }

const placeIn = prepared((db) =>
  db
    .select({ seq: readPositions.seq, seen: readPositions.seen })
    .from(readPositions)
    .where(
      and(
        eq(readPositions.personId, sql.placeholder("personId")),
        eq(readPositions.groupId, sql.placeholder("groupId")),
      ),
    )
    .prepare(),
)
const forward = prepared((db) =>
  db
    .insert(readPositions)
    .values({
      personId: sql.placeholder("personId"),
      groupId: sql.placeholder("groupId"),
      seq: sql.placeholder("seq"),
      seen: sql.placeholder("seq"),
    })
    .onConflictDoUpdate({
      target: [readPositions.personId, readPositions.groupId],
      set: { seq: sql`excluded.seq`, seen: sql`excluded.seen` },
      setWhere: sql`${readPositions.seen} < excluded.seen or ${readPositions.seq} < excluded.seq`,
    })
    .prepare(),
)
/** Whoever says something has mostly read all that stands before it. */
const step = preparedChange((db) =>
  db
    .update(readPositions)
    .set({ seq: plain("seq"), seen: plain("seq") })
    .where(
      and(
        eq(readPositions.personId, sql.placeholder("personId")),
        eq(readPositions.groupId, sql.placeholder("groupId")),
        eq(readPositions.seen, sql`${sql.placeholder("seq")} - 1`),
      ),
    )
    .prepare(),
)
const append = prepared((db) =>
  db
    .insert(reads)
    .values({
      groupId: sql.placeholder("groupId"),
      personId: sql.placeholder("personId"),
      upToSeq: sql.placeholder("seq"),
      at: sql.placeholder("at"),
    })
    .prepare(),
)

/** How far somebody's reading moved: from one message's number to another's. */
export interface Progress {
  groupId: number
  /** What begins the thread that was read; null for the stream. */
  threadId: number | null
  personId: number
  from: number
  to: number
}

/**
 * Somebody has read up to a message. What was read stays read: receipts are only added to, while
 * the position of one's counts may go back (标为未读).
 * @param wanted a message's number; more than there is counts as all
 * @param own the message is theirs: nobody stands among the readers of what they said themselves
 * @returns what receipts learn, or null when nothing moved
 */
export async function readTo(
  ctx: PersonCtx,
  group: Pick<Group, "id" | "lastSeq">,
  wanted: number,
  { own = false } = {},
): Promise<Progress | null> {
  const seq = Math.min(wanted, group.lastSeq)
  const place = { personId: ctx.actor.personId, groupId: group.id }
  const moved = { ...place, threadId: null, to: seq }
  if (own && (await step(ctx.tx, { ...place, seq })) > 0) return { ...moved, from: seq - 1 }
  const [known] = await placeIn(ctx.tx).execute(place)
  const { seq: position, seen } = known ?? { seq: -1, seen: -1 }
  if (position >= seq) return null
  await forward(ctx.tx).execute({ ...place, seq })
  if (Math.max(0, seen) < (own ? seq - 1 : seq))
    await append(ctx.tx).execute({ ...place, seq, at: ctx.now })
  return { ...moved, from: Math.max(0, seen) }
}

/** 标为未读: this message and what follows counts as unread again; who read it stays known. */
export async function markUnread(ctx: PersonCtx, message: Message): Promise<void> {
  await ctx.tx
    .update(readPositions)
    .set({ seq: message.seq - 1 })
    .where(
      and(
        eq(readPositions.personId, ctx.actor.personId),
        eq(readPositions.groupId, message.groupId),
        gte(readPositions.seq, message.seq),
      ),
    )
}
