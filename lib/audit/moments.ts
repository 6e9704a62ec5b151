import type { Locale } from "@/lib/platform/actor"

/** Times to the second, as the log needs them, in company time. */
export interface Moments {
  /** 9:53:30 */
  clock(at: Date): string
  /** 11月24日 9:53:30, with the year when it is another one. */
  full(at: Date): string
  /** 11月24日 */
  day(at: Date): string
  /** 9:00 */
  hour(at: Date): string
}

const made = new Map<string, Moments>()

export function momentsIn(locale: Locale, timeZone: string, now = new Date()): Moments {
  const key = `${locale} ${timeZone} ${now.getUTCFullYear()}`
  const known = made.get(key) ?? make(locale, timeZone, now)
  made.set(key, known)
  return known
}

function make(locale: Locale, timeZone: string, now: Date): Moments {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
      ...options,
      timeZone,
      hourCycle: "h23",
    })
  const month = locale === "zh" ? "long" : "short"
  const year = format({ year: "numeric" })
  const clock = format({ hour: "numeric", minute: "2-digit", second: "2-digit" })
  const day = format({ month, day: "numeric" })
  const dayOfYear = format({ year: "numeric", month, day: "numeric" })
  const hour = format({ hour: "numeric", minute: "2-digit" })
  const named = (at: Date) => (year.format(at) === year.format(now) ? day : dayOfYear).format(at)
  return {
    clock: (at) => clock.format(at),
    full: (at) => `${named(at)} ${clock.format(at)}`,
    day: named,
    hour: (at) => hour.format(at),
  }
}
