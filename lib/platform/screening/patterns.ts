import { Worker } from "node:worker_threads"
import type { Find } from "./kinds"

/** Milliseconds that all of the company's expressions have for one text. */
const longest = 150
/** Milliseconds that a worker has to come up, on a machine that is busy. */
const longestStart = 5_000
const mostFinds = 500

/**
 * The worker's whole program: it knows nothing of the portal. `place` tells which expression it is at,
 * also while it is stuck in one.
 */
const program = `
const { parentPort, workerData } = require("node:worker_threads")
const place = new Int32Array(workerData)
parentPort.on("message", ({ text, patterns, most }) => {
  const finds = []
  for (let nth = 0; nth < patterns.length; nth += 1) {
    Atomics.store(place, 0, nth)
    for (const { 0: written, index } of text.matchAll(new RegExp(patterns[nth], "gi"))) {
      if (written.length > 0) finds.push([index, written.length])
      if (finds.length >= most) break
    }
  }
  parentPort.postMessage(finds)
})
parentPort.postMessage(null)
`

interface Running {
  worker: Worker
  place: Int32Array
  ready: Promise<unknown>
}

declare global {
  var __qibuPatterns: { running: Running | null; turn: Promise<unknown> } | undefined
}

const state = () => {
  globalThis.__qibuPatterns ??= { running: null, turn: Promise.resolve() }
  return globalThis.__qibuPatterns
}

function started(): Running {
  const shared = new SharedArrayBuffer(4)
  const worker = new Worker(program, {
    eval: true,
    workerData: shared,
    resourceLimits: { maxOldGenerationSizeMb: 64 },
  })
  // A portal that stops doesn't wait for it.
  worker.unref()
  worker.on("error", () => stop(worker))
  return { worker, place: new Int32Array(shared), ready: nextFrom(worker, longestStart) }
}

function stop(worker: Worker): void {
  if (state().running?.worker === worker) state().running = null
  void worker.terminate()
}

/** What a worker says next; undefined when it takes longer than that, or breaks. */
function nextFrom(worker: Worker, milliseconds: number): Promise<unknown> {
  return new Promise((tell) => {
    const done = (said?: unknown) => {
      clearTimeout(timer)
      worker.off("message", done)
      worker.off("exit", none)
      tell(said)
    }
    const none = () => done()
    const timer = setTimeout(none, milliseconds)
    worker.on("message", done)
    worker.on("exit", none)
  })
}

export interface Matched {
  finds: Find[]
  /** Something wasn't looked at: one expression took too long. */
  unchecked: boolean
  /** Which one, by its place in the list. */
  slow: number | null
}

/**
 * Where the company's expressions match, away from the thread that answers everybody.
 * @param plain as `plainOf` makes it
 * @param patterns each of them a valid expression; who saves them checks that
 */
export function patternsIn(plain: string, patterns: readonly string[]): Promise<Matched> {
  if (patterns.length === 0) return Promise.resolve({ finds: [], unchecked: false, slow: null })
  // One text after the other: the time limit is each text's own.
  const answer = state().turn.then(() => matched(plain, patterns))
  state().turn = answer.catch(() => undefined)
  return answer
}

async function matched(text: string, patterns: readonly string[]): Promise<Matched> {
  const running = state().running ?? started()
  state().running = running
  await running.ready
  const answer = nextFrom(running.worker, longest)
  running.worker.postMessage({ text, patterns, most: mostFinds })
  const places = await answer
  if (!Array.isArray(places)) {
    stop(running.worker)
    return { finds: [], unchecked: true, slow: Atomics.load(running.place, 0) }
  }
  return {
    finds: places.map(([index, length]) => ({
      ...{ kind: "word" as const, index: Number(index), length: Number(length) },
    })),
    unchecked: false,
    slow: null,
  }
}
