/** A thread of its own that reads one file and says what is in it, then ends. */
import { parentPort, workerData } from "node:worker_threads"
import { countsIn } from "./long-text"
import type { ScreeningRules } from "./own-words"
import { textOfFile } from "./text-of-file"

const { bytes, rules }: { bytes: Uint8Array; rules: ScreeningRules } = workerData
const { state, text } = await textOfFile(bytes)
parentPort?.postMessage({ state, finds: countsIn(text, rules) })
