import { and, asc, eq, gt, lte, max, ne, sql } from "drizzle-orm"
import { parts } from "@/db/bulk"
import { db, engine, prepared } from "@/db/engine"
import { counters } from "@/db/schema/platform"
import { searchRows } from "@/db/schema/search"
import { indexMany } from "./bulk-index"
import { registry } from "./registry"
import { paired } from "./search-index"
import { recordsOf } from "./shown-records"

declare global {
  // Once known it stays so: every row is written with pairs.
  var __qibuPaired: boolean | undefined
}

/** Up to this row all of them are known to hold pairs. */
const counter = "search_pairs"
/** Rows that are looked through in one go. */
const stretch = 20_000

const older = ne(sql`substr(${searchRows.hash}, 1, 1)`, sql.raw(`'${paired}'`))

const place = prepared((on) =>
  on.select({ id: counters.value }).from(counters).where(eq(counters.name, counter)).prepare(),
)
const firstOlder = prepared((on) =>
  on
    .select({ id: searchRows.id })
    .from(searchRows)
    .where(and(gt(searchRows.id, sql.placeholder("after")), older))
    .orderBy(asc(searchRows.id))
    .limit(1)
    .prepare(),
)

/**
 * Whether the whole index holds pairs of characters. While rows of an older release are written anew,
 * all is found by single characters, which every row holds.
 */
export async function pairsEverywhere(): Promise<boolean> {
  if (globalThis.__qibuPaired) return true
  const [known] = await place(db()).execute()
  const left = await firstOlder(db()).execute({ after: known?.id ?? 0 })
  globalThis.__qibuPaired = left.length === 0
  return globalThis.__qibuPaired
}

/**
 * Writes rows of an older release anew, some at a time: between two portions everybody else has as
 * long as one took. Where it was stopped it goes on.
 */
export async function pairOlderRows(): Promise<void> {
  const [known] = await place(db()).execute()
  const [newest] = await db()
    .select({ id: max(searchRows.id) })
    .from(searchRows)
  const end = newest?.id ?? 0
  for (let after = known?.id ?? 0; after < end; after += stretch) {
    const until = Math.min(after + stretch, end)
    for (const [name, ids] of await olderWithin(after, until))
      for (const part of parts(ids)) {
        if (globalThis.__qibuJobs?.stopped) return
        await writeAnew(name, part)
      }
    await reach(until)
  }
}

async function olderWithin(after: number, until: number): Promise<Map<string, number[]>> {
  const rows = await db()
    .select({ kind: searchRows.kind, recordId: searchRows.recordId })
    .from(searchRows)
    .where(and(gt(searchRows.id, after), lte(searchRows.id, until), older))
  const byKind = Map.groupBy(rows, (row) => row.kind)
  return new Map([...byKind].map(([kind, some]) => [kind, some.map(({ recordId }) => recordId)]))
}

async function writeAnew(name: string, ids: readonly number[]): Promise<void> {
  const begun = performance.now()
  const kind = registry().kinds.get(name)
  if (kind)
    await engine().write(async ({ db: tx }) => indexMany(tx, name, await recordsOf(tx, kind, ids)))
  await new Promise((next) => setTimeout(next, performance.now() - begun))
}

const reach = (id: number) =>
  engine().write(({ db: tx }) =>
    tx
      .insert(counters)
      .values({ name: counter, value: id })
      .onConflictDoUpdate({ target: counters.name, set: { value: id } }),
  )
