import { getLocale, getTranslations } from "next-intl/server"
import { cache } from "react"
import { dateFormat } from "@/lib/platform/date-format"
import { settings } from "@/lib/platform/settings"
import { clockIn, dayIn, dayNumberIn } from "./zones"

export interface When {
  /** 今天 15:00, 昨天 18:00, 11月25日, 2027年1月5日; the clock only when it says something. */
  moment(at: Date): string
  /** 10:08 today, else 昨天 or the date: for feeds. */
  feed(at: Date): string
  date(at: Date): string
  clock(at: Date): string
  weekday(at: Date): string
  /** 11月, 2025年11月: what stands above the days of a long list. */
  month(at: Date): string
  /** `2026-11-24T15:00` in company time, for the browser's own fields. */
  field(at: Date | null): string
  /** Whole calendar days from today, in company time. */
  daysAway(at: Date): number
  timeZone: string
  now: Date
}

/** Dates as readers of the page's language write them, in company time. */
export const when = cache(async (): Promise<When> => {
  const [locale, t, { company }] = await Promise.all([
    getLocale(),
    getTranslations("shell.day"),
    settings(),
  ])
  const now = new Date()
  const { timeZone } = company
  const tag = locale === "zh" ? "zh-CN" : "en-GB"
  const format = (options: Intl.DateTimeFormatOptions) => dateFormat(tag, timeZone, options)
  const today = dayNumberIn(timeZone, now)
  const daysAway = (at: Date) => dayNumberIn(timeZone, at) - today
  const near = new Map([
    [0, t("today")],
    [1, t("tomorrow")],
    [-1, t("yesterday")],
  ])
  const year = dayIn(timeZone, now).slice(0, 4)
  const date = (at: Date) => {
    return dateNamed(`${tag} ${timeZone} ${year} ${dayNumberIn(timeZone, at)}`, () => {
      const sameYear = dayIn(timeZone, at).startsWith(year)
      return format(locale === "zh" ? zhDate(sameYear) : enDate(sameYear)).format(at)
    })
  }
  const clock = (at: Date) => clockIn(timeZone, at)
  return {
    date,
    clock,
    moment: (at) => {
      const word = near.get(daysAway(at))
      return word ? `${word} ${clock(at)}` : date(at)
    },
    feed: (at) => (daysAway(at) === 0 ? clock(at) : (near.get(daysAway(at)) ?? date(at))),
    month: (at) =>
      format(
        dayIn(timeZone, at).startsWith(year)
          ? // Alone, Chinese writes a long month as 十一月.
            { month: locale === "zh" ? "numeric" : "long" }
          : { year: "numeric", month: "long" },
      ).format(at),
    weekday: (at) => format({ weekday: "long" }).format(at),
    field: (at) => (at ? `${dayIn(timeZone, at)}T${clock(at)}` : ""),
    daysAway,
    timeZone,
    now,
  }
})

const zhDate = (sameYear: boolean): Intl.DateTimeFormatOptions =>
  sameYear ? { month: "long", day: "numeric" } : { year: "numeric", month: "long", day: "numeric" }
const enDate = (sameYear: boolean): Intl.DateTimeFormatOptions =>
  sameYear
    ? { month: "short", day: "numeric" }
    : { year: "numeric", month: "short", day: "numeric" }

const dates = new Map<string, string>()
const datesKept = 5_000

/** A list shows the same few days over and over. */
function dateNamed(key: string, make: () => string): string {
  const known = dates.get(key)
  if (known !== undefined) return known
  if (dates.size >= datesKept) dates.clear()
  const fresh = make()
  dates.set(key, fresh)
  return fresh
}
