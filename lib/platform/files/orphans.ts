import { and, asc, gt, inArray, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { files, uploadPieces } from "@/db/schema/platform"
import { log } from "../log"
import { removeHalfUploads } from "./half-uploads"
import { Missing, type Store } from "./store"
import { allStores, storeOf } from "./stores"
import { removeUnattached } from "./unattached"

/** Younger ones may be on their way: pieces before their row, copies of a running backup. */
const sparedMs = 24 * 3600 * 1000
const batch = 500

export interface Orphans {
  /** Files that were sent and never attached: removed. */
  unattached: number
  /** Uploads in pieces that nobody went on with: removed. */
  half: number
  /** Pieces no row speaks of: removed. */
  removed: number
  /** Ids of rows whose piece is gone: only people can bring it back, so they stay and are reported. */
  missing: number[]
}

/** Looks for what an unused or interrupted upload or a lost disk left, in both directions. */
export async function sweepFiles(now = new Date()): Promise<Orphans> {
  const before = new Date(now.getTime() - sparedMs)
  const unattached = await removeUnattached(before)
  const half = await removeHalfUploads(before)
  let removed = 0
  for (const store of await allStores()) removed += await removeUnknown(store, before)
  const missing = await findMissing(before)
  if (unattached > 0) log.info({ unattached }, "uploads that nobody used were removed")
  if (half > 0) log.info({ half }, "uploads that nobody went on with were removed")
  if (removed > 0) log.info({ removed }, "pieces of interrupted uploads were removed")
  if (missing.length > 0) log.error({ files: missing }, "files are missing in the store")
  return { unattached, half, removed, missing }
}

async function removeUnknown(store: Store, before: Date): Promise<number> {
  let removed = 0
  let some: string[] = []
  const settle = async () => {
    const rows = await knownOf(some)
    for (const place of some.filter((one) => !rows.has(one))) {
      await store.remove(place)
      removed++
    }
    some = []
  }
  for await (const piece of store.list()) {
    if (piece.changedAt >= before) continue
    some.push(piece.place)
    if (some.length === batch) await settle()
  }
  if (some.length > 0) await settle()
  return removed
}

/** Which of some places a file or a piece of one lies at. */
async function knownOf(places: readonly string[]): Promise<ReadonlySet<string>> {
  const whole = await db()
    .select({ place: files.place })
    .from(files)
    .where(inArray(files.place, [...places]))
  const pieces = await db()
    .select({ place: uploadPieces.place })
    .from(uploadPieces)
    .where(inArray(uploadPieces.place, [...places]))
  return new Set([...whole, ...pieces].map(({ place }) => place))
}

async function findMissing(before: Date): Promise<number[]> {
  const missing: number[] = []
  for (let last = 0; ; ) {
    const rows = await db()
      .select({ id: files.id, place: files.place })
      .from(files)
      .where(and(gt(files.id, last), lt(files.createdAt, before)))
      .orderBy(asc(files.id))
      .limit(batch)
    for (const { id, place } of rows) if (!(await isThere(place))) missing.push(id)
    last = rows.at(-1)?.id ?? last
    if (rows.length < batch) return missing
  }
}

async function isThere(place: string): Promise<boolean> {
  try {
    return await (await storeOf(place)).has(place)
  } catch (error) {
    if (error instanceof Missing) return false
    throw error
  }
}
