import { statfs } from "node:fs/promises"
import { DatabaseBusy, engine, StorageFull } from "@/db/engine"
import { leases } from "@/db/schema/platform"
import { env } from "./env"
import { jobPlaces } from "./job-running"
import { log } from "./log"
import { loopLag } from "./loop-lag"

export interface Health {
  ok: boolean
  database: { ok: boolean; ms: number; reason?: "busy" | "full" | "failed" | "slow" }
  /** Milliseconds, see `loopLag`. */
  loop: { ok: boolean; p99: number; max: number }
  /** Of the disk that holds the data folder; null where the system doesn't say. */
  disk: { ok: boolean; freeMB: number | null }
  /** What ran in this process; with several processes most runs are another's. */
  jobs: { name: string; lastRun: string | null; failed: boolean }[]
}

declare global {
  /** `at` is of the clock that nobody sets. */
  var __qibuHealth: { at: number; answer: Promise<Health> } | undefined
}

// Anybody may ask: the database is written to once a second at most, however often they do.
const keptMs = 1_000
const patience = 3_000
const lagTooLong = 1_000
const leastFreeMB = 200

/** How the portal is, asked at most once a second. No names, addresses or secrets in it. */
export function health(): Promise<Health> {
  const known = globalThis.__qibuHealth
  if (known && performance.now() - known.at < keptMs) return known.answer
  const answer = examine()
  globalThis.__qibuHealth = { at: performance.now(), answer }
  return answer
}

/** Looks now. A full disk alone is no reason to take the portal away: reading goes on. */
export async function examine(): Promise<Health> {
  const [database, disk] = await Promise.all([databaseHealth(), diskHealth()])
  const lag = loopLag()
  const loop = { ok: lag.p99 < lagTooLong, ...lag }
  const jobs = jobPlaces().map(({ job, lastRun, failed }) => ({
    name: job.name,
    lastRun: lastRun?.toISOString() ?? null,
    failed,
  }))
  return { ok: database.ok && loop.ok, database, loop, disk, jobs }
}

async function databaseHealth(): Promise<Health["database"]> {
  const since = performance.now()
  const took = () => Math.round(performance.now() - since)
  let late: NodeJS.Timeout | undefined
  const slow = new Promise<"slow">((done) => {
    late = setTimeout(done, patience, "slow")
  })
  const reason = await Promise.race([writeSomething(), slow])
  clearTimeout(late)
  return reason === null ? { ok: true, ms: took() } : { ok: false, ms: took(), reason }
}

/** A real commit: an open connection alone says nothing about a full or locked disk. */
async function writeSomething(): Promise<"busy" | "full" | "failed" | null> {
  const value = { holder: "health", until: new Date() }
  try {
    await engine().write((tx) =>
      Promise.resolve(
        tx.db
          .insert(leases)
          .values({ name: "health", ...value })
          .onConflictDoUpdate({ target: leases.name, set: value }),
      ),
    )
    return null
  } catch (error) {
    log.error({ err: error }, "the database can't be written")
    if (error instanceof DatabaseBusy) return "busy"
    return error instanceof StorageFull ? "full" : "failed"
  }
}

async function diskHealth(): Promise<Health["disk"]> {
  try {
    const { bavail, bsize } = await statfs(env().data)
    const freeMB = Math.floor((bavail * bsize) / 1024 ** 2)
    return { ok: freeMB >= leastFreeMB, freeMB }
  } catch {
    return { ok: true, freeMB: null }
  }
}
