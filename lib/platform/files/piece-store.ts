import { asc, eq } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { uploadPieces, uploads } from "@/db/schema/platform"
import { Missing, type Store } from "./store"

/** Marks the places of files that lie in pieces. */
const marker = "pieces/"

export const placeInPieces = (uploadId: number): string => `${marker}${uploadId}`

export const liesInPieces = (place: string): boolean => place.startsWith(marker)

const idOf = (place: string): number => Number(place.slice(marker.length))

/**
 * Files whose pieces are their bytes: what came piece by piece is never copied together.
 * @param storeOf where one piece lies
 */
export function pieceStore(
  storeOf: (place: string) => Promise<Store>,
): Pick<Store, "get" | "has" | "remove"> {
  return {
    get: async (place, range) => {
      const parts = partsIn(await piecesAt(idOf(place)), range)
      const [first] = parts
      if (!first) throw new Missing("no such pieces")
      const opened = await (await storeOf(first.place)).get(first.place, first)
      const bytes = oneAfterTheOther(storeOf, opened, parts.slice(1))
      return new ReadableStream({
        pull: async (to) => {
          const { done, value } = await bytes.next()
          if (done) to.close()
          else to.enqueue(value)
        },
        cancel: async () => {
          await bytes.return(undefined)
          // Given up before anything was read, the first piece is still open.
          await opened.cancel().catch(() => {})
        },
      })
    },
    has: async (place) => {
      const pieces = await piecesAt(idOf(place))
      for (const piece of pieces)
        if (!(await (await storeOf(piece.place)).has(piece.place))) return false
      return pieces.length > 0
    },
    remove: async (place) => {
      const id = idOf(place)
      const gone = await engine().write(async ({ db: tx }) => {
        const pieces = await tx
          .select({ place: uploadPieces.place })
          .from(uploadPieces)
          .where(eq(uploadPieces.uploadId, id))
        await tx.delete(uploads).where(eq(uploads.id, id))
        return pieces
      })
      // Killed here, the pieces are without a row: the sweep finds them as such.
      for (const piece of gone) await (await storeOf(piece.place)).remove(piece.place)
    },
  }
}

const piecesAt = (uploadId: number) =>
  db()
    .select({ place: uploadPieces.place, size: uploadPieces.size })
    .from(uploadPieces)
    .where(eq(uploadPieces.uploadId, uploadId))
    .orderBy(asc(uploadPieces.number))

interface Part {
  place: string
  /** Within the piece, both included. */
  first: number
  last: number
}

/** What of each piece lies in a range of the whole. */
export function partsIn(
  pieces: readonly { place: string; size: number }[],
  range: { first: number; last: number } = { first: 0, last: Number.MAX_SAFE_INTEGER },
): Part[] {
  let from = 0
  return pieces.flatMap(({ place, size }) => {
    const first = Math.max(0, range.first - from)
    const last = Math.min(size - 1, range.last - from)
    from += size
    return first <= last ? [{ place, first, last }] : []
  })
}

async function* oneAfterTheOther(
  storeOf: (place: string) => Promise<Store>,
  opened: ReadableStream<Uint8Array>,
  rest: readonly Part[],
): AsyncGenerator<Uint8Array> {
  for await (const chunk of opened) yield chunk
  for (const part of rest) {
    const next = await (await storeOf(part.place)).get(part.place, part)
    for await (const chunk of next) yield chunk
  }
}
