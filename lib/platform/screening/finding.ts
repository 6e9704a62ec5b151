import { contextsIn } from "./contexts"
import { type Find, findKinds } from "./kinds"
import { numbersIn } from "./numbers"
import { plainOf } from "./plain"

/**
 * What in a text shouldn't leave the company as it is (G7.3), in order; no two overlap.
 * @param own finds the company's own words; given the text as detectors read it
 * @param counts leaves out what the company says is none; given a find and the text it stands in
 */
export function findIn(
  original: string,
  own: (plain: string) => Find[] = () => [],
  counts: (find: Find, plain: string) => boolean = () => true,
): Find[] {
  const { text, at } = plainOf(original)
  const all = [...numbersIn(text), ...contextsIn(text), ...own(text)].filter((find) =>
    counts(find, text),
  )
  const rank = ({ kind }: Find) => findKinds.indexOf(kind)
  const taken: Find[] = []
  for (const find of all.toSorted((a, b) => rank(a) - rank(b) || a.index - b.index))
    if (find.length > 0 && !taken.some((other) => overlap(other, find))) taken.push(find)
  return taken
    .map(({ kind, index, length }) => {
      const from = at[index] ?? 0
      return { kind, index: from, length: (at[index + length - 1] ?? from) + 1 - from }
    })
    .toSorted((a, b) => a.index - b.index)
}

const overlap = (a: Find, b: Find): boolean =>
  a.index < b.index + b.length && b.index < a.index + a.length
