import type { Settings } from "../settings"
import type { Find } from "./kinds"
import { plainOf } from "./plain"

export type ScreeningRules = Settings["screening"]

const lower = (text: string): string => plainOf(text).text.toLowerCase()

/** Where the company's own words stand, whatever their case. @param plain as `plainOf` makes it */
export function wordsIn(plain: string, { own }: ScreeningRules): Find[] {
  const text = plain.toLowerCase()
  // A letter that becomes two in lower case would move all that stands behind it.
  const read = text.length === plain.length ? text : plain
  return own.filter(({ pattern }) => !pattern).flatMap(({ words }) => placesOf(read, lower(words)))
}

function placesOf(text: string, word: string): Find[] {
  const found: Find[] = []
  if (word === "") return found
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    found.push({ kind: "word", index: at, length: word.length })
  return found
}

/** Whether the company counts a find: its kind is looked for, and it isn't within an exception. */
export function countedBy({ off, except }: ScreeningRules) {
  const exceptions = except.map(lower).filter((words) => words !== "")
  let last = { plain: "", text: "" }
  return ({ kind, index, length }: Find, plain: string): boolean => {
    if (off.includes(kind)) return false
    if (exceptions.length === 0) return true
    if (last.plain !== plain) last = { plain, text: plain.toLowerCase() }
    return !exceptions.some((words) =>
      placesOf(last.text, words).some(
        (at) => at.index <= index && index + length <= at.index + at.length,
      ),
    )
  }
}
