import { settings } from "../settings"
import { findIn } from "./finding"
import { type Find, type FindKind, findKinds } from "./kinds"
import { masked } from "./masking"
import { countedBy, type ScreeningRules, wordsIn } from "./own-words"
import { patternsIn } from "./patterns"
import { plainOf } from "./plain"

/** What was found, and whether one of the company's expressions took too long to say. */
export interface Screened {
  finds: readonly Find[]
  unchecked: boolean
}

interface Known extends Screened {
  rules: ScreeningRules
}

declare global {
  /** What was screened a moment ago: asked before a transaction, answered at once inside it. */
  var __qibuScreened: Map<string, Known> | undefined
}

const mostKnown = 40

/**
 * What in a text mustn't leave the company as it is, by all rules of the company. Its expressions run
 * in a worker: ask before a transaction, and the same question inside it is answered at once.
 */
export async function screen(text: string): Promise<Screened> {
  const rules = (await settings()).screening
  globalThis.__qibuScreened ??= new Map()
  const known = globalThis.__qibuScreened
  const before = known.get(text)
  if (before?.rules === rules) return before
  const answer = { ...(await screenBy(text, rules)), rules }
  if (known.size >= mostKnown) known.clear()
  known.set(text, answer)
  return answer
}

/** Asked before a transaction in which `screen` is asked: what takes its time is known then. */
export async function screenAhead(text: string): Promise<void> {
  const { own } = (await settings()).screening
  if (own.some(({ pattern }) => pattern)) await screen(text)
}

/** The same by other rules than those in force: to try them. */
export async function screenBy(text: string, by: ScreeningRules): Promise<Screened> {
  const { finds, unchecked } = await patternsIn(
    plainOf(text).text,
    by.own.flatMap(({ words, pattern }) => (pattern ? [words] : [])),
  )
  const own = (plain: string) => [...wordsIn(plain, by), ...finds]
  return { finds: findIn(text, own, countedBy(by)), unchecked }
}

/** How many of each kind: what may be written down. */
export function countsOf(finds: readonly Find[]): Partial<Record<FindKind, number>> {
  const found = findKinds.map((kind) => [kind, finds.filter((find) => find.kind === kind).length])
  return Object.fromEntries(found.filter(([, count]) => count))
}

/** A text with everything masked that is found in it, and what is found in that in turn. */
export async function maskedWhole(text: string): Promise<string> {
  let now = text
  for (let round = 0; round < 5; round += 1) {
    const { finds } = await screen(now)
    if (finds.length === 0) return now
    now = masked(now, finds)
  }
  return now
}
