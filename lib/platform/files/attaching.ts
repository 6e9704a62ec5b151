import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { files } from "@/db/schema/platform"
import { type GuestActor, type PersonActor, senderOf } from "../actor"
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
  ctx: Ctx & { actor: PersonActor | GuestActor },
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
      and(inArray(files.id, wanted), eq(files.ownerId, senderOf(ctx.actor)), isNull(files.kind)),
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

/** One file, if it hangs on that record. */
export async function fileOn(ctx: Ctx, kind: string, recordId: number, fileId: number) {
  const [file] = await ctx.tx
    .select({ id: files.id, ownerId: files.ownerId })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.kind, kind), eq(files.recordId, recordId)))
  return file ?? null
}

export async function fileCount(ctx: Ctx, kind: string, recordId: number): Promise<number> {
  const [all] = await ctx.tx
    .select({ count: count() })
    .from(files)
    .where(and(eq(files.kind, kind), eq(files.recordId, recordId)))
  return all?.count ?? 0
}

/**
 * Takes one file off a record. The caller has checked that the actor may.
 * @throws Refusal not_found when it doesn't hang there
 */
export async function dropFile(
  ctx: Ctx,
  kind: string,
  recordId: number,
  fileId: number,
): Promise<void> {
  const [gone] = await ctx.tx
    .delete(files)
    .where(and(eq(files.id, fileId), eq(files.kind, kind), eq(files.recordId, recordId)))
    .returning({ id: files.id, size: files.size })
  if (!gone) return refuse("not_found")
  emit(ctx, { type: "file.removed", recordId: gone.id, data: { size: gone.size } })
}

const hanging = prepared((on) =>
  on
    .select({
      id: files.id,
      name: files.name,
      type: files.type,
      size: files.size,
      createdAt: files.createdAt,
      ownerId: files.ownerId,
    })
    .from(files)
    .where(
      and(eq(files.kind, sql.placeholder("kind")), eq(files.recordId, sql.placeholder("recordId"))),
    )
    .orderBy(asc(files.id))
    .limit(200)
    .prepare(),
)

/** The files of a record. The caller has checked that it is the reader's to see. */
export const filesOf = (kind: string, recordId: number, on = db()) =>
  hanging(on).execute({ kind, recordId })
