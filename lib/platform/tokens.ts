/** A token and the part of the text, in UTF-16 units, that it was read from. */
type Token = { text: string; start: number; end: number; cjk: boolean }

/** Tokens that must follow one another; with `prefix` the last may be the beginning of a word. */
export type Phrase = { tokens: string[]; prefix: boolean }

const inWord = /[\p{L}\p{N}\p{M}]/u
const standsAlone = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u
const MOST_TOKENS = 32

/** What one written letter becomes: several where it stands for several, "" where it parts words. */
type Letter = { text: string; cjk: boolean }

const mostKnown = 10_000
const known = new Map<string, readonly Letter[]>()

/** Texts are made of the same few thousand letters: each is looked at once. */
function lettersOf(unit: string): readonly Letter[] {
  const letters = known.get(unit)
  if (letters) return letters
  const fresh = [...unit.normalize("NFKC").toLowerCase()].map((letter) =>
    inWord.test(letter)
      ? { text: letter, cjk: standsAlone.test(letter) }
      : { text: "", cjk: false },
  )
  if (known.size >= mostKnown) known.clear()
  known.set(unit, fresh)
  return fresh
}

/** A letter and its marks are normalised together; whatever comes of it stands where it stood. */
const unitsOf = (text: string): Iterable<string> =>
  /\p{M}/u.test(text) ? (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) : text

function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let word: Token | undefined
  let start = 0
  for (const unit of unitsOf(text)) {
    const end = start + unit.length
    for (const { text: letter, cjk } of lettersOf(unit)) {
      if (word && letter && !cjk) {
        word.text += letter
        word.end = end
      } else if (letter) {
        const token = { text: letter, start, end, cjk }
        tokens.push(token)
        word = cjk ? undefined : token
      } else {
        word = undefined
      }
    }
    start = end
  }
  return tokens
}

/**
 * A text as search tokens, separated by spaces: one token for each Chinese, Japanese or Korean
 * character, one for each word in other letters or figures, in lower case, full-width forms as
 * half-width ones (NFKC). Holds letters, figures and spaces only.
 */
export function tokensOf(text: string): string {
  return readTokens(text)
    .map((token) => token.text)
    .join(" ")
}

/** Two neighbours as one token, the last of a row alone. No text makes one like it, as with a tag's. */
const pair = (letter: string, next = ""): string => `对${letter}${next}`

/**
 * What the index holds of a text: its tokens, and before them its Chinese characters as overlapping
 * pairs. Two common characters that never stand side by side would else be looked for through
 * everything that was ever written (decision 36). Pairs of one row can't follow those of another:
 * each row ends with its last character alone.
 */
export function indexedTokens(text: string): string {
  const tokens = readTokens(text)
  const pairs = tokens.flatMap(({ text: letter, cjk }, at) => {
    const next = tokens[at + 1]
    return cjk ? [pair(letter, next?.cjk ? next.text : "")] : []
  })
  return [...pairs, ...tokens.map((token) => token.text)].join(" ")
}

/** A phrase of at least two Chinese characters as the pairs that it is made of. */
export function inPairs(phrase: Phrase): Phrase {
  const [first = "", ...rest] = phrase.tokens
  if (rest.length === 0 || !(lettersOf(first)[0]?.cjk ?? false)) return phrase
  return { ...phrase, tokens: rest.map((letter, at) => pair(phrase.tokens[at] ?? "", letter)) }
}

function phrasesIn(chunk: string): Phrase[] {
  const phrases: (Phrase & { cjk: boolean })[] = []
  for (const { text, cjk } of readTokens(chunk)) {
    const last = phrases.at(-1)
    if (last && last.cjk === cjk) last.tokens.push(text)
    else phrases.push({ tokens: [text], prefix: false, cjk })
  }
  return phrases
}

/**
 * What was typed into a search box, as phrases that must all be found: a run of Chinese characters
 * is one phrase, so are words joined by signs (V1.2); the word being typed, last and in other
 * letters, may be unfinished. Tokens hold letters and figures only, so nothing in a query can be
 * taken for an operator once they are put in quotation marks.
 * @returns no phrases if there is nothing to search for; at most 32 tokens are read
 */
export function phraseQuery(query: string): Phrase[] {
  const chunks = query.split(/\s+/u).flatMap(phrasesIn)
  let left = MOST_TOKENS
  const phrases = chunks.flatMap(({ tokens }) => {
    const kept = tokens.slice(0, left)
    left -= kept.length
    return kept.length > 0 ? [{ tokens: kept, prefix: false }] : []
  })
  const last = phrases.at(-1)
  if (last) last.prefix = !standsAlone.test(last.tokens.at(-1) ?? "") && !/\s$/u.test(query)
  return phrases
}

type Range = { start: number; end: number }

function foundAt(tokens: readonly Token[], first: number, phrase: Phrase): Range | undefined {
  const last = phrase.tokens.length - 1
  const found = phrase.tokens.every((wanted, nth) => {
    const token = tokens[first + nth]?.text
    return phrase.prefix && nth === last ? token?.startsWith(wanted) : token === wanted
  })
  const start = tokens[first]
  const end = tokens[first + last]
  if (!found || !start || !end) return undefined
  const written = end.end - end.start === end.text.length
  const missing = written ? end.text.length - (phrase.tokens[last]?.length ?? 0) : 0
  return { start: start.start, end: end.end - missing }
}

/** The text in pieces, those that a query finds marked as hits; joined, they are the text. */
export function highlight(text: string, query: string): { text: string; hit: boolean }[] {
  const tokens = readTokens(text)
  const ranges = phraseQuery(query)
    .flatMap((phrase) => tokens.flatMap((_, first) => foundAt(tokens, first, phrase) ?? []))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const pieces: { text: string; hit: boolean }[] = []
  let done = 0
  for (const { start, end } of ranges) {
    if (end <= done) continue
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false })
    const last = pieces.at(-1)
    const hit = text.slice(Math.max(start, done), end)
    if (last?.hit) last.text += hit
    else pieces.push({ text: hit, hit: true })
    done = end
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false })
  return pieces
}
