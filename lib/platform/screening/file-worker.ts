/** A thread of its own that reads one file after the other and says what is in each. */
import { parentPort } from "node:worker_threads"
import type { FindKind } from "./kinds"
import { countsIn, wordsOfKind } from "./long-text"
import type { ScreeningRules } from "./own-words"
import { textOfFile } from "./text-of-file"

/** What is asked of a thread: how much is in a file, or the first few words of one kind. */
export interface Asked {
  bytes: Uint8Array
  rules: ScreeningRules
  words?: { kind: FindKind; most: number } | undefined
}

parentPort?.on("message", async ({ bytes, rules, words }: Asked) => {
  const { state, text } = await textOfFile(bytes)
  parentPort?.postMessage(
    words
      ? { state, finds: {}, words: wordsOfKind(text, rules, words.kind, words.most) }
      : { state, finds: countsIn(text, rules), words: [] },
  )
})
