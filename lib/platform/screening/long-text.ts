import { findIn } from "./finding"
import { type Find, type FindKind, findKinds } from "./kinds"
import { countedBy, type ScreeningRules, wordsIn } from "./own-words"

/** Letters that are looked at together: what a detector costs doesn't grow with the text then. */
const stretch = 16_384
/** Letters of the stretch before that are looked at again where no line ends. */
const again = 256
/** There are too many to say: nobody needs to know how many more. */
const mostFinds = 1_000

export type FindCounts = Partial<Record<FindKind, number>>

/**
 * What is found in a text of any length, by the rules of the company. Its expressions are tried right
 * here: only for a thread that somebody watches.
 */
function* eachIn(
  text: string,
  rules: ScreeningRules,
): Generator<{ kind: FindKind; words: string }> {
  const patterns = rules.own.flatMap(({ words, pattern }) =>
    pattern ? [new RegExp(words, "gi")] : [],
  )
  const own = (plain: string) => [...wordsIn(plain, rules), ...matchesOf(plain, patterns)]
  const counted = countedBy(rules)
  let [all, done] = [0, 0]
  for (const { from, to } of stretches(text)) {
    for (const { kind, index, length } of findIn(text.slice(from, to), own, counted)) {
      // What began before was counted there, or ends within.
      if (from + index + length <= done) continue
      yield { kind, words: text.slice(from + index, from + index + length) }
      all += 1
    }
    done = to
    if (all >= mostFinds) return
  }
}

/** How much of each kind. */
export function countsIn(text: string, rules: ScreeningRules): FindCounts {
  const counts: FindCounts = {}
  for (const { kind } of eachIn(text, rules)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** The first few different words of a kind, as they are written: nothing that may be kept. */
export function wordsOfKind(
  text: string,
  rules: ScreeningRules,
  kind: FindKind,
  most: number,
): string[] {
  const found = new Set<string>()
  for (const each of eachIn(text, rules)) {
    if (each.kind === kind) found.add(each.words)
    if (found.size >= most) break
  }
  return [...found]
}

function* stretches(text: string): Generator<{ from: number; to: number }> {
  let from = 0
  while (from < text.length) {
    const end = Math.min(text.length, from + stretch)
    const line = end < text.length ? text.lastIndexOf("\n", end) : -1
    const whole = end === text.length || line > from
    const to = line > from ? line + 1 : end
    yield { from, to }
    from = whole ? to : Math.max(from + 1, to - again)
  }
}

const matchesOf = (plain: string, patterns: readonly RegExp[]): Find[] =>
  patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ 0: { length }, index }) => ({
      ...{ kind: "word" as const, index, length },
    })),
  )

/** Both together. */
export function added(one: FindCounts, other: FindCounts): FindCounts {
  const sums = findKinds.map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)] as const)
  return Object.fromEntries(sums.filter(([, count]) => count > 0))
}
