import { eq, gt, lte, or } from "drizzle-orm"
import { engine } from "@/db/engine"
import { leases } from "@/db/schema/platform"
import { thisProcess } from "./this-process"

/** Milliseconds a lease lasts: how long work stands still when its process was killed. */
export const leaseMs = 20_000

declare global {
  var __qibuLeases: Map<string, number> | undefined
}

/** Leases this process holds, with the instant each ends (ms). */
function held(): Map<string, number> {
  globalThis.__qibuLeases ??= new Map()
  return globalThis.__qibuLeases
}

/**
 * Takes or renews the lease on a piece of work. While more than half of it is left nothing is
 * written, so that frequent work doesn't cost a commit each time.
 * Machines that share a database keep their clocks within a few seconds of one another.
 * @param name the work; one holder at a time in all processes on the database
 * @param now milliseconds, for tests of what happens when a holder falls silent
 * @returns false when another process has it
 */
export async function takeLease(name: string, now = Date.now()): Promise<boolean> {
  const left = (held().get(name) ?? 0) - now
  if (left > leaseMs / 2 && left <= leaseMs) return true
  const until = now + leaseMs
  const mine = { holder: thisProcess(), until: new Date(until) }
  const taken = await engine().write((tx) =>
    tx.db
      .insert(leases)
      .values({ name, ...mine })
      .onConflictDoUpdate({
        target: leases.name,
        set: mine,
        setWhere: or(eq(leases.holder, mine.holder), over(now)),
      })
      .returning({ name: leases.name }),
  )
  if (taken.length === 0) held().delete(name)
  else held().set(name, until)
  return taken.length > 0
}

/** It has run out, or ends later than any that is taken now: then it was taken by a clock that was wrong. */
const over = (now: number) =>
  or(lte(leases.until, new Date(now)), gt(leases.until, new Date(now + 2 * leaseMs)))

/** Gives back everything this process holds, so that others need not wait for it to run out. */
export async function giveLeasesBack(): Promise<void> {
  if (held().size === 0) return
  held().clear()
  await engine().write((tx) =>
    Promise.resolve(tx.db.delete(leases).where(eq(leases.holder, thisProcess()))),
  )
}
