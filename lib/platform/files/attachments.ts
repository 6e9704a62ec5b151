import type { PersonActor } from "../actor"
import { comment } from "../comments"
import type { Ctx } from "../context"
import { emit } from "../events"
import { refuse } from "../refusal"
import { attachFiles, dropFile, fileCount, fileOn } from "./attaching"

type Own = Ctx & { actor: PersonActor }

/** Files of one record. */
export const mostFiles = 100

/**
 * 附件 of a record; its module declares the event `kind.files_added`. The caller has checked that the
 * actor may.
 * @param fileIds files that the actor sent and that hang nowhere yet
 * @throws Refusal when the record has as many as it can hold, or one isn't the actor's to attach
 */
export async function addFiles(
  ctx: Own,
  kind: string,
  recordId: number,
  fileIds: readonly number[],
): Promise<void> {
  await requireRoom(ctx, kind, recordId, fileIds)
  await attachFiles(ctx, kind, recordId, fileIds)
  emit(ctx, { type: `${kind}.files_added`, recordId, data: { fileIds } })
}

/** What is said under a record may bring files, which are the record's. @throws Refusal as `addFiles` */
export async function commentWith(
  ctx: Own,
  kind: string,
  recordId: number,
  body: string,
  fileIds: readonly number[],
): Promise<number> {
  await requireRoom(ctx, kind, recordId, fileIds)
  return comment(ctx, kind, recordId, body, fileIds)
}

async function requireRoom(
  ctx: Ctx,
  kind: string,
  recordId: number,
  { length }: readonly number[],
): Promise<void> {
  if (length > 0 && (await fileCount(ctx, kind, recordId)) + length > mostFiles)
    refuse("invalid", { sentence: "errors.manyFiles", values: { most: mostFiles } })
}

/**
 * Whoever sent a file may take it off again; the module declares `kind.file_removed`.
 * @param all whether the actor may take off what others sent
 */
export async function removeFile(
  ctx: Own,
  kind: string,
  recordId: number,
  fileId: number,
  all: boolean,
): Promise<void> {
  const file = await fileOn(ctx, kind, recordId, fileId)
  if (!file) return refuse("not_found")
  if (file.ownerId !== ctx.actor.personId && !all) refuse("forbidden")
  await dropFile(ctx, kind, recordId, fileId)
  emit(ctx, { type: `${kind}.file_removed`, recordId, data: { fileId } })
}
