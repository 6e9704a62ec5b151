import { createHash } from "node:crypto"
import { buffer } from "node:stream/consumers"
import { and, asc, eq, isNotNull } from "drizzle-orm"
import { type Db, db } from "@/db/engine"
import { files, uploadPieces, uploads } from "@/db/schema/platform"
import type { PersonActor } from "../actor"
import type { Ctx } from "../context"
import { emit } from "../events"
import { refuse } from "../refusal"
import { headLength, typeOf } from "./file-types"
import { pieceCount } from "./piece-size"
import { placeInPieces } from "./piece-store"
import type { ReceivedFile } from "./receiving"
import { storeOf } from "./stores"
import { openUpload } from "./uploads"

type Own = Ctx & { actor: PersonActor }

/** The first bytes of what has come, by which its type is told; read before the transaction. */
export async function headOf(uploadId: number): Promise<Uint8Array> {
  const [first] = await db()
    .select({ place: uploadPieces.place, size: uploadPieces.size })
    .from(uploadPieces)
    .where(and(eq(uploadPieces.uploadId, uploadId), eq(uploadPieces.number, 0)))
  if (!first) return new Uint8Array()
  const last = Math.min(headLength, first.size) - 1
  return buffer(await (await storeOf(first.place)).get(first.place, { first: 0, last }))
}

/**
 * Makes a file of an upload that is whole: its pieces stay where they are. Asked again it answers
 * the same, so that an answer that got lost loses nothing.
 * @param sha256 the sender's checksum of the whole (see {@link wholeOf}); null when it can't
 * @throws Refusal invalid when a piece is missing or other than the sender's
 */
export async function finishUpload(
  ctx: Own,
  { upload: id, sha256 }: { upload: number; sha256: string | null },
  head: Uint8Array,
): Promise<ReceivedFile> {
  const before = await doneBefore(ctx, id)
  if (before) return before
  const { name, size } = await openUpload(ctx.tx, ctx.actor, id)
  const pieces = await digestsOf(ctx.tx, id)
  const whole = wholeOf(pieces)
  if (pieces.length !== pieceCount(size) || (sha256 ?? whole) !== whole)
    refuse("invalid", { sentence: "errors.fileCutOff" })
  await ctx.tx.update(uploads).set({ doneAt: ctx.now }).where(eq(uploads.id, id))
  const type = typeOf(head, name)
  const [row] = await ctx.tx
    .insert(files)
    .values({
      ...{ place: placeInPieces(id), name, type, size, sha256: whole },
      ...{ ownerId: ctx.actor.personId, createdAt: ctx.now },
    })
    .returning({ id: files.id })
  const file = row?.id ?? refuse("conflict")
  emit(ctx, { type: "file.added", recordId: file, data: { size, type } })
  return { id: file, name, type, size }
}

/** The checksum of the whole: SHA-256 over the pieces' checksums, one after the other. */
export const wholeOf = (digests: readonly string[]): string => {
  const hash = createHash("sha256")
  for (const each of digests) hash.update(Buffer.from(each, "hex"))
  return hash.digest("hex")
}

async function digestsOf(tx: Db, id: number): Promise<string[]> {
  const rows = await tx
    .select({ sha256: uploadPieces.sha256 })
    .from(uploadPieces)
    .where(eq(uploadPieces.uploadId, id))
    .orderBy(asc(uploadPieces.number))
  return rows.map(({ sha256 }) => sha256)
}

async function doneBefore({ tx, actor }: Own, id: number): Promise<ReceivedFile | null> {
  const [row] = await tx
    .select({ id: files.id, name: files.name, type: files.type, size: files.size })
    .from(files)
    .innerJoin(uploads, and(eq(uploads.id, id), isNotNull(uploads.doneAt)))
    .where(and(eq(files.place, placeInPieces(id)), eq(uploads.ownerId, actor.personId)))
    .orderBy(asc(files.id))
    .limit(1)
  return row ?? null
}
