/** A thread of its own that reads one file after the other and says what is in each. */
import { parentPort } from "node:worker_threads"
import { countsIn } from "./long-text"
import type { ScreeningRules } from "./own-words"
import { textOfFile } from "./text-of-file"

parentPort?.on(
  "message",
  async ({ bytes, rules }: { bytes: Uint8Array; rules: ScreeningRules }) => {
    const { state, text } = await textOfFile(bytes)
    parentPort?.postMessage({ state, finds: countsIn(text, rules) })
  },
)
