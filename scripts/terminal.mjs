import { words } from "./words.mjs"

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ""
export const language = locale.toLowerCase().startsWith("zh") ? "zh" : "en"

/** The sentence `key` in the terminal's language with its places filled. */
export function sentence(key, ...values) {
  return words[key][language].replace(/\{(\d)\}/g, (_, n) => String(values[Number(n)]))
}

export function say(key, ...values) {
  console.log(sentence(key, ...values))
}

/** Prints one line on stderr and ends the process. */
export function refuse(line, code = 1) {
  console.error(line)
  process.exit(code)
}

export function duration(since) {
  return sentence("seconds", ((performance.now() - since) / 1000).toFixed(1))
}

/** Runs `work`, naming it at its start and its time at its end, so that log lines fit between. */
export async function step(key, work) {
  const done = begin(key)
  const result = await work()
  done()
  return result
}

/** Names work that begins. @returns says how long it took */
export function begin(key) {
  const since = performance.now()
  console.log(`${sentence(key)} …`)
  return () => console.log(`${sentence(key)}: ${duration(since)}`)
}
