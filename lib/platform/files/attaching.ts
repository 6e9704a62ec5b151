import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "../actor"
import type { Ctx } from "../context"
import { emit } from "../events"
import { refuse } from "../refusal"

/**
 * Hangs files on a record: from then on whoever sees the record may open them. The caller has
 * checked that the actor may write under the record.
 * @param fileIds files that the actor sent and that hang nowhere yet
 * @throws Refusal not_found when one of them isn't such a file
 */
export async function attachFiles(
  ctx: Ctx & { actor: PersonActor },
  kind: string,
  recordId: number,
  fileIds: readonly number[],
): Promise<void> {
  const wanted = [...new Set(fileIds)]
  if (wanted.length === 0) return
  const attached = await ctx.tx
    .update(files)
    .set({ kind, recordId })
    .where(
      and(inArray(files.id, wanted), eq(files.ownerId, ctx.actor.personId), isNull(files.kind)),
    )
    .returning({ id: files.id })
  if (attached.length !== wanted.length) refuse("not_found")
  for (const { id } of attached)
    emit(ctx, { type: "file.attached", recordId: id, data: { kind, recordId } })
}

/** Removes the files of a record that is taken back; their bytes go with the next sweep. */
export async function dropFiles(ctx: Ctx, kind: string, recordId: number): Promise<void> {
  const gone = await ctx.tx
    .delete(files)
    .where(and(eq(files.kind, kind), eq(files.recordId, recordId)))
    .returning({ id: files.id, size: files.size })
  for (const { id, size } of gone) emit(ctx, { type: "file.removed", recordId: id, data: { size } })
}

/** The files of a record. The caller has checked that it is the reader's to see. */
export const filesOf = (kind: string, recordId: number) =>
  db()
    .select({
      id: files.id,
      name: files.name,
      type: files.type,
      size: files.size,
      createdAt: files.createdAt,
    })
    .from(files)
    .where(and(eq(files.kind, kind), eq(files.recordId, recordId)))
    .orderBy(asc(files.id))
    .limit(200)
