import type { ReactNode } from "react"
import { suggestTimes, type Vague, type Wording } from "@/lib/platform/vague"

interface Moment {
  /** ms */
  at: number
  /** "18:00", on the company's clock */
  clock: string
}

/** A working day to come, as the reader's language writes it. */
export interface OfferedDay {
  /** "YYYY-MM-DD", in company time */
  day: string
  /** 11月24日 */
  date: string
  noon: Moment
  end: Moment
}

/** What a text field needs to point vague phrases out; `writingHelp()` makes it on the server. */
export interface VagueHelp {
  /** The company's list of vague words. */
  wording: Wording
  timeZone: string
  /** The next working days; the page may stay open for as long as they last. */
  days: readonly OfferedDay[]
  words: {
    /** With {word}. */
    vague: Record<Vague["kind"], string>
    /** The same for narrow screens. */
    short: Record<Vague["kind"], string>
    /** With {time}. */
    before: string
    dismiss: string
    today: string
    tomorrow: string
  }
}

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

const dayIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(at)

export interface Offer {
  /** As it would be written: 「今天 18:00 前」. */
  text: string
  /** The same where room is short and the day stands beside it already: 「18:00 前」. */
  brief: string
}

/** Two concrete times. None when no day is known. */
export function offersAt(now: Date, { days, timeZone, words }: VagueHelp): Offer[] {
  const today = dayIn(timeZone, now)
  const last = days.at(-1)
  if (!last || days.filter(({ day }) => day > today).length < 2) return []
  const after = (day: string) => days.find((each) => each.day > day) ?? last
  const of = (day: string) => days.find((each) => each.day === day)
  const times = suggestTimes(now, {
    dayIn: () => today,
    nextWorkingDay: (day) => after(day).day,
    endOfWorkingDay: (day) => dateOf(of(day)?.end),
    noonOf: (day) => new Date((of(day) ?? last).noon.at),
  })
  const near = new Map([
    [today, words.today],
    [nextDay(today), words.tomorrow],
  ])
  const written = (time: string) => words.before.replace("{time}", () => time)
  let before = ""
  return times.map((time) => {
    const { day, date, clock } = placeOf(time, days)
    const text = written(`${near.get(day) ?? date} ${clock}`)
    const offer = { text, brief: day === before ? written(clock) : text }
    before = day
    return offer
  })
}

function placeOf(time: Date, days: readonly OfferedDay[]) {
  for (const { day, date, noon, end } of days)
    for (const { at, clock } of [noon, end]) if (at === time.getTime()) return { day, date, clock }
  throw new RangeError("a time was offered on a day that isn't known")
}

const dateOf = (moment?: Moment) => moment && new Date(moment.at)

/** A sentence with a word put in. */
export const said = (template: string, word: string): ReactNode =>
  template.replace("{word}", () => word)
