import { join } from "node:path"
import { Worker } from "node:worker_threads"
import { refuse } from "@/lib/platform/refusal"
import type { ImportCheck } from "./import-check"
import type { ImportRights, PlanChoices } from "./import-plan"
import type { StaffOutcome } from "./staff-rows"

interface Asked {
  place: string
  rights: ImportRights
  choices: PlanChoices
}

type Said = { outcomes: StaffOutcome[] } | { rest: Omit<ImportCheck, "outcomes"> }

/** Megabytes: a file of 100,000 rows fits, what unpacks without end doesn't. */
const memory = 2_048

/**
 * `checkImport` of a stored file in a thread of its own: seconds of work that keep nobody waiting.
 * @param heard how many rows arrived so far
 * @throws Refusal when the file needs more memory than it may have
 */
export function checkAside(asked: Asked, heard: (rows: number) => void = () => {}) {
  const root = process.cwd()
  const worker = new Worker(join(/* turbopackIgnore: true */ root, "lib/people/import-worker.ts"), {
    workerData: asked,
    env: process.env,
    execArgv: ["--import", join(/* turbopackIgnore: true */ root, "scripts/alias.mjs")],
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const outcomes: StaffOutcome[] = []
  const { promise, resolve, reject } = Promise.withResolvers<ImportCheck>()
  worker.on("message", (said: Said) => {
    if ("rest" in said) return resolve({ ...said.rest, outcomes })
    for (const outcome of said.outcomes) outcomes.push(outcome)
    heard(outcomes.length)
    setImmediate(() => worker.postMessage("taken"))
  })
  worker.on("error", (error) => reject(tooMuch(error) ?? error))
  worker.on("exit", (code) => reject(new Error(`the thread ended with ${code}`)))
  return promise
}

function tooMuch(error: unknown): unknown {
  if (Object(error).code !== "ERR_WORKER_OUT_OF_MEMORY") return undefined
  try {
    return refuse("invalid", { sentence: "people.import.problem.memory" })
  } catch (refusal) {
    return refusal
  }
}
