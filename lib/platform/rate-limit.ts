import { sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { rateLimits } from "@/db/schema/platform"

export interface RateLimit {
  /** At most this many … */
  times: number
  /** … in this many seconds. */
  per: number
}

/**
 * Whether a count begins anew: its time is over, or lies so far ahead that it was begun while this
 * machine's clock was wrong. Machines and transactions are a little apart: twice the time is.
 */
const over = sql`(${rateLimits.resetsAt} <= ${sql.placeholder("now")}
  or ${rateLimits.resetsAt} > ${sql.placeholder("farthest")})`

const hit = prepared((db) =>
  db
    .insert(rateLimits)
    .values({ key: sql.placeholder("key"), count: 1, resetsAt: sql.placeholder("resetsAt") })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${over} then 1 else ${rateLimits.count} + 1 end`,
        resetsAt: sql`case when ${over} then excluded.resets_at else ${rateLimits.resetsAt} end`,
      },
    })
    .returning({ count: rateLimits.count, resetsAt: rateLimits.resetsAt })
    .prepare(),
)

/** Counts once more under a key, for so many seconds from the first time on. */
export async function countOnce(db: Db, key: string, seconds: number, now: Date) {
  const [row] = await hit(db).execute({
    key,
    resetsAt: inSeconds(now, seconds),
    now: asStored(now),
    farthest: asStored(farthest(now, seconds)),
  })
  return row ?? { count: 1, resetsAt: inSeconds(now, seconds) }
}

const inSeconds = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)

/** What ends later than this was counted while the clock was wrong. */
export const farthest = (now: Date, seconds: number): Date => inSeconds(now, 2 * seconds)

/**
 * Counts one attempt under a key, in the database, so that it holds across processes and restarts.
 * @returns seconds to wait, 0 when the attempt is within the limit
 */
export async function countAgainst(
  db: Db,
  key: string,
  limit: RateLimit,
  now: Date,
): Promise<number> {
  const { count, resetsAt } = await countOnce(db, key, limit.per, now)
  if (count <= limit.times) return 0
  return Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000))
}

/** A placeholder inside raw SQL isn't mapped by its column. */
const asStored = (at: Date) => rateLimits.resetsAt.mapToDriverValue(at)

declare global {
  // Pages, actions and routes are separate copies of this module; memory is one.
  var __qibuCounted: Map<string, { count: number; resetsAt: number }> | undefined
}
const mostHere = 10_000

/**
 * The same in this process's memory, for what keeps nothing and needn't wait for the disk. Requests
 * that overtake each other come with times that go back a little.
 * @returns seconds to wait, 0 when the attempt is within the limit
 */
export function countHere(key: string, { times, per }: RateLimit, now: number): number {
  globalThis.__qibuCounted ??= new Map()
  const here = globalThis.__qibuCounted
  const known = here.get(key)
  if (known && known.resetsAt > now && known.resetsAt <= now + 2 * per * 1000) {
    known.count += 1
    return known.count <= times ? 0 : Math.ceil((known.resetsAt - now) / 1000)
  }
  here.delete(key)
  // What began longest ago goes first: a flood of strangers doesn't begin everybody's anew.
  for (const oldest of here.size >= mostHere ? here.keys().take(1) : []) here.delete(oldest)
  here.set(key, { count: 1, resetsAt: now + per * 1000 })
  return 0
}
