import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm"
import { type Db, db } from "@/db/engine"
import { uploadPieces, uploads } from "@/db/schema/platform"
import type { PersonActor } from "../actor"
import type { Ctx } from "../context"
import { refuse } from "../refusal"
import { cleanName } from "./file-names"
import { largestInPieces, pieceSize } from "./piece-size"
import { requireRoom } from "./unattached"

type Own = Ctx & { actor: PersonActor }
export type Upload = typeof uploads.$inferSelect

export interface UploadedFile {
  name: string
  /** Bytes. */
  size: number
  /** When it was last changed, as its owner's computer knows it, in milliseconds. */
  modified: number
  /** What it is for, such as `meeting:7`. */
  purpose: string
}

/**
 * Begins to take a file in pieces, or goes on where the same file was left off: after a broken
 * connection, a closed tab, on another day.
 * @returns what is here already, with the checksums by which the sender tells whether it still fits
 * @throws Refusal when it is larger than allowed, or one too many that hangs nowhere
 */
export async function beginUpload(ctx: Own, file: UploadedFile) {
  if (file.size > largestInPieces)
    refuse("invalid", {
      sentence: "errors.fileTooLarge",
      values: { most: largestInPieces / 1024 ** 2 },
    })
  const id = (await sameUpload(ctx, file)) ?? (await newUpload(ctx, file))
  return { id, pieceSize, pieces: await piecesOf(ctx.tx, id) }
}

async function sameUpload({ tx, actor, now }: Own, file: UploadedFile): Promise<number | null> {
  const [row] = await tx
    .update(uploads)
    .set({ touchedAt: now })
    .where(
      and(
        eq(uploads.ownerId, actor.personId),
        isNull(uploads.doneAt),
        eq(uploads.name, cleanName(file.name)),
        eq(uploads.size, file.size),
        eq(uploads.modified, file.modified),
        eq(uploads.purpose, file.purpose),
      ),
    )
    .returning({ id: uploads.id })
  return row?.id ?? null
}

async function newUpload({ tx, actor, now }: Own, file: UploadedFile): Promise<number> {
  await requireRoom(tx, actor.personId, file.size)
  const [row] = await tx
    .insert(uploads)
    .values({
      ...{ ...file, name: cleanName(file.name), ownerId: actor.personId },
      ...{ createdAt: now, touchedAt: now },
    })
    .returning({ id: uploads.id })
  return row?.id ?? refuse("conflict")
}

/** The pieces that are here, in their order. */
export const piecesOf = (on: Db, uploadId: number) =>
  on
    .select({ number: uploadPieces.number, sha256: uploadPieces.sha256 })
    .from(uploadPieces)
    .where(eq(uploadPieces.uploadId, uploadId))
    .orderBy(asc(uploadPieces.number))

/** An upload of the actor's that isn't done. @throws Refusal not_found when there is none */
export async function openUpload(on: Db, actor: PersonActor, id: number): Promise<Upload> {
  const [row] = await on
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.ownerId, actor.personId), isNull(uploads.doneAt)))
  return row ?? refuse("not_found")
}

/** What a person left off half way of what is for one purpose, the newest, with the bytes it has. */
export async function halfUpload(actor: PersonActor, purpose: string) {
  const [row] = await db()
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.ownerId, actor.personId),
        isNull(uploads.doneAt),
        eq(uploads.purpose, purpose),
      ),
    )
    .orderBy(desc(uploads.touchedAt), desc(uploads.id))
    .limit(1)
  if (!row) return null
  const here = await db().$count(uploadPieces, inArray(uploadPieces.uploadId, [row.id]))
  return { ...row, here: Math.min(row.size, here * pieceSize) }
}
