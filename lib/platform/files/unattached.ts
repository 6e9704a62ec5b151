import { and, asc, count, eq, inArray, isNull, lt, sum } from "drizzle-orm"
import { type Db, db } from "@/db/engine"
import { files, uploads } from "@/db/schema/platform"
import type { Ctx } from "../context"
import { emit } from "../events"
import { refuse } from "../refusal"
import { writeAsSystem } from "../write"
import { storeOf } from "./stores"

/** What one person may have sent that hangs on no record yet: two of the largest files. */
export const mostWaiting = { bytes: 4 * 1024 ** 3, files: 500 }
const batch = 500

/**
 * Refuses when this person's files that hang nowhere would be more than may wait.
 * @param size bytes to come
 * @throws Refusal
 */
export async function requireRoom(
  on: Db,
  personId: number,
  size: number,
  most = mostWaiting,
): Promise<void> {
  const [held] = await on
    .select({ files: count(), bytes: sum(files.size) })
    .from(files)
    .where(and(isNull(files.kind), eq(files.ownerId, personId)))
  const [half] = await on
    .select({ files: count(), bytes: sum(uploads.size) })
    .from(uploads)
    .where(and(isNull(uploads.doneAt), eq(uploads.ownerId, personId)))
  const bytes = Number(held?.bytes ?? 0) + Number(half?.bytes ?? 0)
  const waiting = (held?.files ?? 0) + (half?.files ?? 0)
  if (bytes + size <= most.bytes && waiting < most.files) return
  const values = { most: Math.floor(most.bytes / 1024 ** 2), files: most.files }
  refuse("invalid", { sentence: "errors.filesWaiting", values })
}

/** Removes one file that hangs nowhere; its bytes go with the next sweep. */
export async function dropUnattached(ctx: Ctx, id: number): Promise<void> {
  const gone = await ctx.tx
    .delete(files)
    .where(and(eq(files.id, id), isNull(files.kind)))
    .returning({ size: files.size })
  for (const { size } of gone) emit(ctx, { type: "file.removed", recordId: id, data: { size } })
}

/** Removes what was sent before `before` and never attached. @returns how many files */
export async function removeUnattached(before: Date): Promise<number> {
  const late = and(isNull(files.kind), lt(files.createdAt, before))
  for (let removed = 0; ; ) {
    const some = await db()
      .select({ id: files.id })
      .from(files)
      .where(late)
      .orderBy(asc(files.id))
      .limit(batch)
    const ids = some.map(({ id }) => id)
    if (ids.length === 0) return removed
    const places = await writeAsSystem("files", async (ctx) => {
      // Asked again: one of them may have been attached meanwhile.
      const gone = await ctx.tx
        .delete(files)
        .where(and(late, inArray(files.id, ids)))
        .returning({ id: files.id, place: files.place, size: files.size })
      for (const { id, size } of gone)
        emit(ctx, { type: "file.removed", recordId: id, data: { size } })
      return gone.map(({ place }) => place)
    })
    // Killed here, the pieces are without a row: the sweep finds them as such.
    const others = await stillNamed(places)
    for (const place of places.filter((one) => !others.has(one)))
      await (await storeOf(place)).remove(place)
    removed += places.length
  }
}

/** Which places a row still speaks of: what was passed on lies there for others too. */
async function stillNamed(places: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db()
    .select({ place: files.place })
    .from(files)
    .where(inArray(files.place, [...places]))
  return new Set(rows.map(({ place }) => place))
}
