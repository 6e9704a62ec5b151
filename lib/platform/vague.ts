import { usualVague, type VagueKind, vagueKinds } from "./vague-words"

/** A vague word and where it stands, in UTF-16 units. */
export interface Vague {
  index: number
  length: number
  word: string
  kind: VagueKind
}

/** A company's list: what it took out of the usual one, by name, and its own phrases. */
export interface Wording {
  off: readonly string[]
  own: readonly { phrase: string; kind: VagueKind }[]
}

export const usualWording: Wording = { off: [], own: [] }

type Pattern = readonly [kind: VagueKind, pattern: RegExp]

const made = new WeakMap<Wording, readonly Pattern[]>()

function patternsOf(wording: Wording): readonly Pattern[] {
  const known = made.get(wording)
  if (known) return known
  const off = new Set(wording.off)
  const patterns = vagueKinds.flatMap((kind): Pattern[] => {
    const own = wording.own.filter((each) => each.kind === kind)
    const usual = Object.entries(usualVague[kind]).filter(([name]) => !off.has(name))
    const parts = [...own.flatMap(({ phrase }) => literally(phrase)), ...usual.map(([, it]) => it)]
    return parts.length > 0 ? [[kind, new RegExp(parts.join("|"), "giu")]] : []
  })
  made.set(wording, patterns)
  return patterns
}

/** A phrase that somebody entered is no pattern; in other letters it stands for whole words. */
function literally(phrase: string): string[] {
  const plain = halfWidth(phrase.trim())
  if (plain === "") return []
  const escaped = plain.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+")
  return [`${edge(plain.at(0), "(?<!\\w)")}${escaped}${edge(plain.at(-1), "(?!\\w)")}`]
}

const edge = (letter = "", boundary: string) => (/\w/.test(letter) ? boundary : "")

// Full-width letters keep their places; NFKC would move what follows.
const halfWidth = (text: string) =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/**
 * The vague words in a text, in order (G7.2): when, how much or who is left open. They are shown
 * while typing and never block. Of two that overlap the one that begins first counts, then the
 * longer one.
 * @param wording the company's list; the same object each time, since its patterns are kept by it
 */
export function findVague(text: string, wording: Wording = usualWording): Vague[] {
  const plain = halfWidth(text)
  const found = patternsOf(wording).flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].map(({ 0: { length }, index }) => {
      return { index, length, word: text.slice(index, index + length), kind }
    }),
  )
  let free = 0
  return found
    .toSorted((a, b) => a.index - b.index || b.length - a.length)
    .filter(({ index, length }) => {
      if (index < free) return false
      free = index + length
      return true
    })
}

/** What the work calendar of the company knows, each about days as "YYYY-MM-DD". */
export interface CalendarDays {
  dayIn(instant: Date): string
  nextWorkingDay(day: string): string
  endOfWorkingDay(day: string): Date | undefined
  noonOf(day: string): Date
}

/**
 * Two exact times to put in place of a vague one, the earlier first: the end of today's work, or of
 * the next working day's when today's is over; and noon of the next working day. Where work ends
 * at noon both would be one: then the end of the working day after stands beside it.
 */
export function suggestTimes(now: Date, days: CalendarDays): [Date, Date] {
  const today = days.dayIn(now)
  const next = days.nextWorkingDay(today)
  const noon = days.noonOf(next)
  const tonight = days.endOfWorkingDay(today)
  const end = tonight && tonight > now ? tonight : (days.endOfWorkingDay(next) ?? noon)
  if (end.getTime() !== noon.getTime()) return end < noon ? [end, noon] : [noon, end]
  const after = days.nextWorkingDay(next)
  return [noon, days.endOfWorkingDay(after) ?? days.noonOf(after)]
}
