import { getLocale } from "next-intl/server"

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { ...options, timeZone: "UTC" })
  formats.set(key, known)
  return known
}

/** Days ("YYYY-MM-DD") in the words of the page's language; they belong to no time zone. */
export async function dayNames() {
  const locale = await getLocale()
  const at = (day: string) => new Date(`${day}T12:00:00Z`)
  const named = (options: Intl.DateTimeFormatOptions) => (day: string) =>
    format(locale, options).format(at(day))
  const narrow = named({ weekday: "narrow" })
  return {
    chinese: locale === "zh",
    weekday: named({ weekday: "short" }),
    narrow,
    month: named({ year: "numeric", month: "long" }),
    date: named({ month: locale === "zh" ? "long" : "short", day: "numeric" }),
    full: named({ weekday: "long", month: "long", day: "numeric" }),
    range: (from: string, until: string) => {
      const date = named({ month: locale === "zh" ? "long" : "short", day: "numeric" })
      if (from.slice(0, 7) !== until.slice(0, 7)) return `${date(from)}–${date(until)}`
      const last = Number(until.slice(8))
      if (locale === "zh") return `${date(from)}–${last}日`
      return `${Number(from.slice(8))}–${date(until)}`
    },
  }
}

export type DayNames = Awaited<ReturnType<typeof dayNames>>
