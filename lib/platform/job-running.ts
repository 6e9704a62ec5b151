import { isDue, noteRun, pauseOf } from "./job-times"
import { leaseMs, takeLease } from "./lease"
import { log } from "./log"
import type { Job } from "./module"

/** How one job stands in this process. */
export interface JobPlace {
  job: Job
  lastRun: Date | null
  failed: boolean
  running: Promise<void> | null
  /** Asked for while it was running: it runs once more right after. */
  again: boolean
  timer: NodeJS.Timeout | undefined
}

interface Jobs {
  places: Map<string, JobPlace>
  stopped: boolean
}

declare global {
  var __qibuJobs: Jobs | undefined
}

/** What has run here, for `/health`. Empty before `startJobs`. */
export const jobPlaces = (): JobPlace[] => [...(globalThis.__qibuJobs?.places.values() ?? [])]

/** Runs a job now, or once more when it is running. Elsewhere or not started: nothing happens. */
export function wakeJob(name: string): void {
  const place = globalThis.__qibuJobs?.places.get(name)
  if (place) void turn(place)
}

/** Sends what a commit has just put into the outbox without waiting for the next round. */
export const wakeDeliveries = (): void => {
  wakeJob("platform.deliveries")
  wakeJob("platform.pushes")
}

/** One round of a job: run, then wait for the next. */
export async function turn(place: JobPlace): Promise<void> {
  if (stopping()) return
  if (place.running) {
    place.again = true
    return
  }
  clearTimeout(place.timer)
  place.again = false
  place.running = attempt(place)
  await place.running
  place.running = null
  if (stopping()) return
  if (place.again) return turn(place)
  place.timer = setTimeout(() => void turn(place), pauseOf(place.job) * 1000)
  place.timer.unref()
}

const stopping = (): boolean => globalThis.__qibuJobs?.stopped ?? true

/** One run under the lease. Whatever goes wrong is logged and tried again next time. */
async function attempt(place: JobPlace): Promise<void> {
  const { job } = place
  let beat: NodeJS.Timeout | undefined
  try {
    if (!(await isDue(job)) || !(await takeLease(job.name)) || !(await isDue(job))) return
    beat = setInterval(() => void takeLease(job.name).catch(() => {}), leaseMs / 3)
    await job.run()
    await noteRun(job)
    place.lastRun = new Date()
    place.failed = false
  } catch (err) {
    place.failed = true
    log.error({ job: job.name, err }, "scheduled work failed")
  } finally {
    clearInterval(beat)
  }
}
