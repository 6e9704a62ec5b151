import { and, asc, eq, isNotNull, isNull, lt, notExists, or, sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { files, uploadPieces, uploads } from "@/db/schema/platform"
import type { PersonActor } from "../actor"
import type { Ctx } from "../context"
import { placeInPieces } from "./piece-store"
import { storeOf } from "./stores"
import { openUpload } from "./uploads"

const batch = 100

/** Uploads that nobody goes on with, and pieces of files that are removed. */
const useless = (before: Date) =>
  and(
    lt(uploads.touchedAt, before),
    or(
      isNull(uploads.doneAt),
      and(
        isNotNull(uploads.doneAt),
        notExists(
          db()
            .select({ one: sql`1` })
            .from(files)
            .where(sql`${files.place} = ${placeInPieces(0).slice(0, -1)} || ${uploads.id}`),
        ),
      ),
    ),
  )

/** @returns how many uploads were removed with their pieces */
export async function removeHalfUploads(before: Date): Promise<number> {
  for (let removed = 0; ; ) {
    const some = await db()
      .select({ id: uploads.id })
      .from(uploads)
      .where(useless(before))
      .orderBy(asc(uploads.id))
      .limit(batch)
    if (some.length === 0) return removed
    for (const { id } of some) await removeUseless(id, before)
    removed += some.length
  }
}

/** Asked again in the same breath: somebody may have gone on with it meanwhile. */
async function removeUseless(id: number, before: Date): Promise<void> {
  const pieces = await engine().write(async ({ db: tx }) => {
    const places = await tx
      .select({ place: uploadPieces.place })
      .from(uploadPieces)
      .where(eq(uploadPieces.uploadId, id))
    const gone = await tx
      .delete(uploads)
      .where(and(eq(uploads.id, id), useless(before)))
      .returning({ id: uploads.id })
    return gone.length > 0 ? places : []
  })
  // Killed here, the pieces are without a row: the sweep finds them as such.
  for (const { place } of pieces) await (await storeOf(place)).remove(place)
}

/** Its sender doesn't want it: the pieces go with the next sweep. */
export async function discardUpload(
  ctx: Ctx & { actor: PersonActor },
  { upload }: { upload: number },
): Promise<void> {
  await openUpload(ctx.tx, ctx.actor, upload)
  await ctx.tx.delete(uploads).where(eq(uploads.id, upload))
}
