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

const hit = prepared((db) =>
  db
    .insert(rateLimits)
    .values({ key: sql.placeholder("key"), count: 1, resetsAt: sql.placeholder("resetsAt") })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${rateLimits.resetsAt} <= ${sql.placeholder("now")} then 1 else ${rateLimits.count} + 1 end`,
        resetsAt: sql`case when ${rateLimits.resetsAt} <= ${sql.placeholder("now")} then excluded.resets_at else ${rateLimits.resetsAt} end`,
      },
    })
    .returning({ count: rateLimits.count, resetsAt: rateLimits.resetsAt })
    .prepare(),
)

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
  const resetsAt = new Date(now.getTime() + limit.per * 1000)
  const [row] = await hit(db).execute({ key, resetsAt, now: asStored(now) })
  if (!row || row.count <= limit.times) return 0
  return Math.max(1, Math.ceil((row.resetsAt.getTime() - now.getTime()) / 1000))
}

/** A placeholder inside raw SQL isn't mapped by its column. */
const asStored = (at: Date) => rateLimits.resetsAt.mapToDriverValue(at)

declare global {
  // Pages, actions and routes are separate copies of this module; memory is one.
  var __qibuCounted: Map<string, { count: number; resetsAt: number }> | undefined
}
const mostHere = 10_000

/**
 * The same in this process's memory, for what keeps nothing and needn't wait for the disk.
 * @returns seconds to wait, 0 when the attempt is within the limit
 */
export function countHere(key: string, { times, per }: RateLimit, now: number): number {
  globalThis.__qibuCounted ??= new Map()
  const here = globalThis.__qibuCounted
  const known = here.get(key)
  if (known && known.resetsAt > now) {
    known.count += 1
    return known.count <= times ? 0 : Math.ceil((known.resetsAt - now) / 1000)
  }
  if (here.size >= mostHere) here.clear()
  here.set(key, { count: 1, resetsAt: now + per * 1000 })
  return 0
}
