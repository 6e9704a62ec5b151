import { sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import { db, engine } from "@/db/engine"

/**
 * How far a stream has come, as its frames' id. On SQLite events commit in the order of their
 * ids, so the last id says everything. On PostgreSQL they don't: there it is the oldest
 * transaction that was still open some seconds ago (decision 33). Some seconds, because another
 * process's announcement may arrive later than what was committed after it.
 */
interface Horizon {
  /** What frames carry: at least `settled` old. */
  safe: bigint
  fresh: bigint
  /** By the clock that nobody sets. */
  freshAt: number
  reading: Promise<void> | null
}

declare global {
  var __qibuHorizon: Horizon | undefined
}

/** Milliseconds within which announcements of other processes have arrived. */
const settled = 5_000

const horizon = (): Horizon => {
  globalThis.__qibuHorizon ??= { safe: 0n, fresh: 0n, freshAt: -settled, reading: null }
  return globalThis.__qibuHorizon
}

/** @param lastEventId the newest event a frame tells of */
export function cursorAfter(lastEventId: number): string {
  if (!onPostgres) return String(lastEventId)
  if (performance.now() - horizon().freshAt > settled) void advance().catch(() => {})
  return `x${horizon().safe}`
}

/** The newest event as a subquery, to be read along with whatever a request reads first. */
export const lastEvent = (
  onPostgres ? sql<number>`0` : sql<number>`coalesce((select max(id) from events), 0)`
).as("last_event")

/** The cursor of somebody who has read `lastEvent`. */
export const cursorAt = async (last: number): Promise<string> =>
  onPostgres ? cursorNow() : cursorAfter(last)

/** The cursor of somebody who begins to listen now. */
export async function cursorNow(): Promise<string> {
  if (onPostgres) {
    await advance()
    return cursorAfter(0)
  }
  const [row] = await engine().rows<{ last: number | null }>(
    db(),
    sql`select max(id) as last from events`,
  )
  return cursorAfter(row?.last ?? 0)
}

function advance(): Promise<void> {
  const at = horizon()
  if (at.fresh > 0n && performance.now() - at.freshAt <= settled) return Promise.resolve()
  at.reading ??= read(at).finally(() => {
    at.reading = null
  })
  return at.reading
}

async function read(at: Horizon): Promise<void> {
  const [row] = await engine().rows<{ xmin: string }>(
    db(),
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`,
  )
  const now = BigInt(row?.xmin ?? 0)
  at.safe = at.fresh || now
  at.fresh = now
  at.freshAt = performance.now()
}
