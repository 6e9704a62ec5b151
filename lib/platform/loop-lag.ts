import { monitorEventLoopDelay } from "node:perf_hooks"

declare global {
  var __qibuLoop: { histogram: ReturnType<typeof monitorEventLoopDelay>; since: number } | undefined
}

const resolution = 20
const windowMs = 60_000

/** Begins to measure how long this process keeps everybody waiting. Calling it again changes nothing. */
export function watchLoop(): void {
  if (globalThis.__qibuLoop) return
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  globalThis.__qibuLoop = { histogram, since: performance.now() }
}

/** Milliseconds beyond the measuring step, over up to the last minute. */
export function loopLag(): { p99: number; max: number } {
  watchLoop()
  const loop = globalThis.__qibuLoop
  if (!loop || loop.histogram.count === 0) return { p99: 0, max: 0 }
  const lag = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e6 - resolution))
  const found = { p99: lag(loop.histogram.percentile(99)), max: lag(loop.histogram.max) }
  if (performance.now() - loop.since > windowMs) {
    loop.histogram.reset()
    loop.since = performance.now()
  }
  return found
}
