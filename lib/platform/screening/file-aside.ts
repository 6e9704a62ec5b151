import { join } from "node:path"
import { Worker } from "node:worker_threads"
import type { FileState } from "./file-states"
import type { FindCounts } from "./long-text"
import type { ScreeningRules } from "./own-words"

export interface FileFound {
  state: FileState
  finds: FindCounts
}

/** Milliseconds that a file has. */
const longest = 20_000
/** Megabytes: of what is written in JavaScript, and of bytes beside it. */
const memory = 512
const mostBeside = 512 * 1024 ** 2
/** Milliseconds between looks at that. */
const look = 100

declare global {
  var __qibuFilesRead: Promise<unknown> | undefined
}

const none = (state: FileState): FileFound => ({ state, finds: {} })

/**
 * What is found in a file, read in a thread of its own with limits of time and memory; one file after
 * the other.
 */
export function readAside(bytes: Uint8Array, rules: ScreeningRules): Promise<FileFound> {
  const before = globalThis.__qibuFilesRead ?? Promise.resolve()
  const answer = before.then(() => reading(bytes, rules))
  globalThis.__qibuFilesRead = answer.catch(() => undefined)
  return answer
}

function reading(bytes: Uint8Array, rules: ScreeningRules): Promise<FileFound> {
  const root = process.cwd()
  const file = join(/* turbopackIgnore: true */ root, "lib/platform/screening/file-worker.ts")
  const worker = new Worker(file, {
    workerData: { bytes, rules },
    execArgv: ["--import", join(/* turbopackIgnore: true */ root, "scripts/alias.mjs")],
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const { promise, resolve } = Promise.withResolvers<FileFound>()
  worker.once("message", resolve)
  worker.once("error", (error) => resolve(none(isMemory(error) ? "large" : "broken")))
  worker.once("exit", () => resolve(none("broken")))
  const late = setTimeout(() => resolve(none("slow")), longest)
  const watch = setInterval(() => {
    void bytesBeside(worker).then((beside) => beside > mostBeside && resolve(none("large")))
  }, look)
  return promise.finally(() => {
    clearTimeout(late)
    clearInterval(watch)
    void worker.terminate()
  })
}

/** Buffers lie outside of what a thread's own limit counts. */
const bytesBeside = (worker: Worker): Promise<number> =>
  worker.getHeapStatistics().then(
    ({ external_memory: external }) => external,
    // It has ended meanwhile.
    () => 0,
  )

const isMemory = (error: unknown): boolean => Object(error).code === "ERR_WORKER_OUT_OF_MEMORY"
