import { and, eq, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { comments } from "@/db/schema/platform"
import type { PersonActor } from "./actor"
import type { Ctx } from "./context"
import { emit } from "./events"
import { attachFiles } from "./files/attaching"
import { addTags } from "./tagging"

/**
 * Says something under a record. The caller has checked that the actor may.
 * @param kind the record's kind; its module declares the event `kind.commented`
 * @param fileIds files that the actor sent with it; they hang on the record
 */
export async function comment(
  ctx: Ctx & { actor: PersonActor },
  kind: string,
  recordId: number,
  body: string,
  fileIds: readonly number[] = [],
) {
  const [row] = await ctx.tx
    .insert(comments)
    .values({ kind, recordId, personId: ctx.actor.personId, body, at: ctx.now })
    .returning({ id: comments.id })
  if (!row) throw new Error("the comment was not written")
  await addTags(ctx, kind, recordId, body)
  await attachFiles(ctx, kind, recordId, fileIds)
  const data = { commentId: row.id, ...(fileIds.length > 0 && { fileIds }) }
  emit(ctx, { type: `${kind}.commented`, recordId, data })
  return row.id
}

/** The bodies of comments that events name. The caller has checked that the record is the reader's to see. */
export async function commentBodies(ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: comments.id, body: comments.body })
    .from(comments)
    .where(and(inArray(comments.id, [...ids]), eq(comments.state, "shown")))
  return new Map(rows.map((row) => [row.id, row.body]))
}
