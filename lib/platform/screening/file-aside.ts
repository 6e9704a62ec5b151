import { fileReader, keepReader, type ReaderLimits, usualLimits } from "./file-reader"
import type { FileState } from "./file-states"
import type { Asked } from "./file-worker"
import type { FindCounts } from "./long-text"

export interface FileFound {
  state: FileState
  finds: FindCounts
  /** Where they were asked for: some of them, as they are written. Nothing that may be kept. */
  words: readonly string[]
}

/** Milliseconds between looks at the bytes that a thread holds. */
const look = 100

declare global {
  var __qibuFilesRead: Promise<unknown> | undefined
}

const none = (state: FileState): FileFound => ({ state, finds: {}, words: [] })

/**
 * What is found in a file, read in a thread of its own with limits of time and memory; one file after
 * the other. A thread that broke a limit ends with that.
 */
export function readAside(asked: Asked, limits: ReaderLimits = usualLimits): Promise<FileFound> {
  const before = globalThis.__qibuFilesRead ?? Promise.resolve()
  const answer = before.then(() => reading(asked, limits))
  globalThis.__qibuFilesRead = answer.catch(() => undefined)
  return answer
}

async function reading(asked: Asked, limits: ReaderLimits): Promise<FileFound> {
  const worker = fileReader(limits)
  const { promise, resolve } = Promise.withResolvers<FileFound>()
  const { promise: broke, resolve: breaks } = Promise.withResolvers<FileFound>()
  const onError = (error: unknown) => breaks(none(isMemory(error) ? "large" : "broken"))
  const onExit = () => breaks(none("broken"))
  worker.once("message", resolve).once("error", onError).once("exit", onExit)
  const late = setTimeout(() => breaks(none("slow")), limits.longest)
  const watch = setInterval(() => {
    void bytesBeside(worker).then((beside) => beside > limits.mostBeside && breaks(none("large")))
  }, look)
  worker.postMessage(asked)
  const ended = await Promise.race([
    promise.then((found) => ({ found, whole: true })),
    broke.then((found) => ({ found, whole: false })),
  ])
  clearTimeout(late)
  clearInterval(watch)
  worker.off("message", resolve).off("exit", onExit)
  if (ended.whole) worker.off("error", onError)
  if (ended.whole) keepReader(worker, limits)
  else void worker.terminate()
  return ended.found
}

/** Buffers lie outside of what a thread's own limit counts. */
const bytesBeside = (worker: ReturnType<typeof fileReader>): Promise<number> =>
  worker.getHeapStatistics().then(
    ({ external_memory: external }) => external,
    // It has ended meanwhile.
    () => 0,
  )

const isMemory = (error: unknown): boolean => Object(error).code === "ERR_WORKER_OUT_OF_MEMORY"
