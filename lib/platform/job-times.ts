import { Cron } from "croner"
import { eq } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { counters } from "@/db/schema/platform"
import type { Job } from "./module"
import { settings } from "./settings"

const hour = 3600
const look = 60
/** Milliseconds by which clocks of machines may differ. */
const apart = 60_000

/** Rare work remembers its last run in the database: a restart neither repeats nor skips it. */
const remembered = (job: Job): boolean => "at" in job || job.every >= hour

/** Seconds until the job is looked at again. */
export const pauseOf = (job: Job): number =>
  "at" in job ? look : Math.min(job.every, remembered(job) ? look : hour)

/** Whether a job has to run at this moment. Frequent ones always do: their timer is their time. */
export async function isDue(job: Job, now = new Date()): Promise<boolean> {
  if (!remembered(job)) return true
  const last = await lastRun(job, now)
  if (last === null) return !("at" in job) || firstSeen(job, now)
  if (!("at" in job)) return now.getTime() - last >= job.every * 1000
  const { company } = await settings()
  const [planned] = new Cron(job.at, { timezone: company.timeZone }).previousRuns(1, now)
  return planned !== undefined && planned.getTime() > last
}

/** A time of day that was never waited for has not been missed. */
async function firstSeen(job: Job, now: Date): Promise<false> {
  await noteRun(job, now)
  return false
}

/** Keeps when a rare job ran. */
export async function noteRun(job: Job, at = new Date()): Promise<void> {
  if (!remembered(job)) return
  const value = at.getTime()
  await engine().write((tx) =>
    Promise.resolve(
      tx.db
        .insert(counters)
        .values({ name: nameOf(job), value })
        .onConflictDoUpdate({ target: counters.name, set: { value } }),
    ),
  )
}

/** A run that lies ahead was noted by a clock that was wrong: work doesn't wait for that day to come. */
async function lastRun(job: Job, now: Date): Promise<number | null> {
  const [row] = await db()
    .select({ value: counters.value })
    .from(counters)
    .where(eq(counters.name, nameOf(job)))
  return row && row.value <= now.getTime() + apart ? row.value : null
}

const nameOf = (job: Job): string => `job:${job.name}`
