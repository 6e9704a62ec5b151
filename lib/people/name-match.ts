export type NamePinyin = { full: string; initials: string; syllables: string[] }

export type Stretch = { index: number; length: number }

export type Named = { name: string; pinyin: NamePinyin }

/** What of a name a query touches: where in the name, and which letters of the spelling it found. */
export type NameMatch = {
  by: "name" | "pinyin" | "initials"
  characters: Stretch
  letters: Stretch[]
}

/** The parts of a name that are read: each Chinese character, each word in other letters. */
export function namePieces(name: string): (Stretch & { text: string })[] {
  return [...name.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu)].map(
    ({ 0: text, index }) => ({ text, index, length: text.length }),
  )
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase()

/** Letters as on a Chinese keyboard: ü is typed v, and written yu in passports (Lyu). */
export function plainLetters(text: string): string {
  return plain(text)
    .replace(/([ln])(ü|yu)/g, "$1v")
    .replace(/[^\p{L}\p{N}]/gu, "")
}

// Each syllable gives its beginning, the longest first: "linm" and "lmo" both mean 林默. What led
// nowhere is kept in `failed`, or a long name of equal letters would be tried in every division.
function takenFrom(
  syllables: readonly string[],
  query: string,
  failed = new Set<string>(),
): number[] | undefined {
  if (query === "") return []
  const [syllable, ...others] = syllables
  const attempt = `${syllables.length}/${query.length}`
  if (syllable === undefined || failed.has(attempt)) return undefined
  for (let taken = Math.min(syllable.length, query.length); taken > 0; taken -= 1) {
    if (!query.startsWith(syllable.slice(0, taken))) continue
    const rest = takenFrom(others, query.slice(taken), failed)
    if (rest) return [taken, ...rest]
  }
  failed.add(attempt)
  return undefined
}

function spanned(name: string, first: number, count: number): Stretch {
  const pieces = namePieces(name).slice(first, first + count)
  const index = pieces.at(0)?.index ?? 0
  const last = pieces.at(-1)
  return { index, length: last ? last.index + last.length - index : 0 }
}

function matchFrom(first: number, query: string, { name, pinyin }: Named): NameMatch | undefined {
  const taken = takenFrom(pinyin.syllables.slice(first), query)
  if (!taken) return undefined
  const characters = spanned(name, first, taken.length)
  if (taken.length > 1 && taken.every((letters) => letters === 1)) {
    return { by: "initials", characters, letters: [{ index: first, length: taken.length }] }
  }
  const letters = taken.map((length, nth) => ({
    index: pinyin.syllables.slice(0, first + nth).join("").length,
    length,
  }))
  return { by: "pinyin", characters, letters }
}

/**
 * Whether a query finds a person by the name as written, its pinyin or its initials, and which
 * letters of that spelling it found.
 */
export function matchName(query: string, person: Named): NameMatch | undefined {
  const wanted = plain(query).trim()
  const letters = plainLetters(query)
  if (letters === "") return undefined
  const index = person.name.toLowerCase().indexOf(wanted)
  if (index >= 0) {
    const found = { index, length: wanted.length }
    return { by: "name", characters: found, letters: [found] }
  }
  for (const first of person.pinyin.syllables.keys()) {
    const match = matchFrom(first, letters, person)
    if (match) return match
  }
  return undefined
}
