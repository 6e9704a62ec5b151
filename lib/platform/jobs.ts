import { type JobPlace, turn } from "./job-running"
import { giveLeasesBack } from "./lease"
import { log } from "./log"
import type { Job } from "./module"
import { checkAtStart, platformJobs } from "./platform-jobs"
import { registry } from "./registry"

const stopWithin = 3_000

/**
 * Starts the platform's and every module's scheduled work. Calling it again changes nothing.
 * @param jobs for tests; else those of the platform and of the registered modules
 */
export function startJobs(jobs?: readonly Job[]): void {
  if (globalThis.__qibuJobs && !globalThis.__qibuJobs.stopped) return
  begin(jobs ?? [...platformJobs, ...registry().jobs])
  if (!jobs)
    void checkAtStart().catch((err) => log.error({ err }, "the audit chain was not checked"))
}

function begin(jobs: readonly Job[]): void {
  const places = jobs.map((job): [string, JobPlace] => [
    job.name,
    { job, lastRun: null, failed: false, running: null, again: false, timer: undefined },
  ])
  globalThis.__qibuJobs = { places: new Map(places), stopped: false }
  for (const [, place] of places) void turn(place)
}

/** Starts no more runs, waits up to 3 s for those under way, gives the leases back. */
export async function stopJobs(): Promise<void> {
  const jobs = globalThis.__qibuJobs
  if (!jobs || jobs.stopped) return
  jobs.stopped = true
  const places = [...jobs.places.values()]
  for (const place of places) clearTimeout(place.timer)
  let late: NodeJS.Timeout | undefined
  const waited = new Promise<void>((done) => {
    late = setTimeout(done, stopWithin)
  })
  await Promise.race([Promise.all(places.map((place) => place.running)), waited])
  clearTimeout(late)
  await giveLeasesBack().catch((err) => log.warn({ err }, "leases were not given back"))
}
