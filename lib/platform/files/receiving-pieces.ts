import { and, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { uploadPieces, uploads } from "@/db/schema/platform"
import type { PersonActor } from "../actor"
import { noOrigin, type Origin } from "../context"
import { countHere } from "../rate-limit"
import { Refusal, refuse } from "../refusal"
import { write } from "../write"
import { type Measured, measuring, TooLarge } from "./measuring"
import { sizeOfPiece } from "./piece-size"
import { newFilesStore, storeOf } from "./stores"
import { openUpload } from "./uploads"

const limit = { times: 1_200, per: 60 }
const cutOff = () => refuse("invalid", { sentence: "errors.fileCutOff" })

export interface Piece {
  upload: number
  /** From 0. */
  number: number
  /** What the sender reckoned; null when it can't. */
  sha256: string | null
  body: AsyncIterable<Uint8Array>
}

/**
 * Takes one piece in: bytes on disk first, then its row. Sent twice it is kept once; another one
 * under the same number takes its place.
 * @throws Refusal when it isn't as long as it has to be, or not what its sender sent
 */
export async function receivePiece(
  actor: PersonActor,
  piece: Piece,
  origin: Origin = noOrigin,
): Promise<void> {
  const wait = countHere(`files.piece:${actor.personId}`, limit, Date.now())
  if (wait > 0) refuse("busy", { sentence: "errors.tooOften", values: { seconds: wait } })
  const { size } = await openUpload(db(), actor, piece.upload)
  const length = sizeOfPiece(size, piece.number)
  if (length === 0) refuse("invalid")
  const store = await newFilesStore()
  const { body, measured } = measuring(piece.body, length)
  const place = await store.put(body).catch((error) => {
    if (error instanceof TooLarge) return cutOff()
    throw error
  })
  try {
    const found = measured()
    if (found.size !== length || (piece.sha256 ?? found.sha256) !== found.sha256) cutOff()
    const dropped = await keepPiece(actor, piece, { ...found, place }, origin)
    if (dropped !== null) await (await storeOf(dropped)).remove(dropped)
  } catch (error) {
    if (error instanceof Refusal) await store.remove(place).catch(() => {})
    throw error
  }
}

/** @returns the place that nothing points at any more: of the piece before, or of this one */
const keepPiece = (
  actor: PersonActor,
  { upload, number }: Piece,
  { place, size, sha256 }: Measured & { place: string },
  origin: Origin,
): Promise<string | null> =>
  write(
    actor,
    async ({ tx, now }) => {
      await openUpload(tx, actor, upload)
      await tx.update(uploads).set({ touchedAt: now }).where(eq(uploads.id, upload))
      const same = and(eq(uploadPieces.uploadId, upload), eq(uploadPieces.number, number))
      const [before] = await tx.select().from(uploadPieces).where(same)
      if (before?.sha256 === sha256) return place
      await tx
        .insert(uploadPieces)
        .values({ uploadId: upload, number, place, size, sha256 })
        .onConflictDoUpdate({
          target: [uploadPieces.uploadId, uploadPieces.number],
          set: { place, size, sha256 },
        })
      return before?.place ?? null
    },
    { origin },
  )
