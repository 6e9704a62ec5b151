import { join } from "node:path"
import { Worker } from "node:worker_threads"

export interface ReaderLimits {
  /** Milliseconds that a file has. */
  longest: number
  /** Megabytes of what is written in JavaScript. */
  memory: number
  /** Bytes beside it. */
  mostBeside: number
}

export const usualLimits: ReaderLimits = {
  longest: 20_000,
  memory: 512,
  mostBeside: 512 * 1024 ** 2,
}

/** Milliseconds that a thread waits for another file: coming up takes it longer than a short text. */
const idle = 5_000

declare global {
  var __qibuFileReader: { worker: Worker; wakes: () => void } | undefined
}

/** A thread that reads files: the one that waits for work, or a new one. */
export function fileReader(limits: ReaderLimits): Worker {
  const waiting = limits === usualLimits ? globalThis.__qibuFileReader : undefined
  if (!waiting) return started(limits)
  globalThis.__qibuFileReader = undefined
  waiting.wakes()
  return waiting.worker
}

function started({ memory }: ReaderLimits): Worker {
  const root = process.cwd()
  const file = join(/* turbopackIgnore: true */ root, "lib/platform/screening/file-worker.ts")
  const worker = new Worker(file, {
    execArgv: ["--import", join(/* turbopackIgnore: true */ root, "scripts/alias.mjs")],
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  // A portal that stops doesn't wait for it.
  worker.unref()
  return worker
}

/** It has answered: it may read another file. */
export function keepReader(worker: Worker, limits: ReaderLimits): void {
  if (limits !== usualLimits) return void worker.terminate()
  const end = () => {
    if (globalThis.__qibuFileReader?.worker === worker) globalThis.__qibuFileReader = undefined
    void worker.terminate()
  }
  const ends = setTimeout(end, idle).unref()
  worker.once("error", end).once("exit", end)
  const wakes = () => {
    clearTimeout(ends)
    worker.off("error", end).off("exit", end)
  }
  globalThis.__qibuFileReader = { worker, wakes }
}
