import { addDays, clockIn, dayIn, dayNumberOf, instantOf } from "@/lib/calendar/zones"

/** An entry that is on its way, as its link in the page says. */
export interface Carried {
  kind: string
  id: number
  version: number
  day: string
  title: string
  start: Date
  end: Date | null
  whole: boolean
}

export interface Place {
  start: Date
  end: Date | null
}

export function carriedIn(link: HTMLElement): Carried | null {
  const { moves, kind = "", id, day = "", title = "", start = "", end = "" } = link.dataset
  if (!moves) return null
  return {
    ...{ kind, day, title, id: Number(id), version: Number(moves) },
    start: new Date(start),
    end: end ? new Date(end) : null,
    whole: link.dataset.whole !== undefined,
  }
}

/** So many days and minutes further, by the clock of the company; whole days stay whole. */
export function placed(entry: Carried, days: number, minutes: number, zone: string): Place {
  const at = (instant: Date) => {
    const day = addDays(dayIn(zone, instant), days)
    return instantOf(zone, day, clockIn(zone, instant))
  }
  if (entry.whole) return { start: at(entry.start), end: entry.end && at(entry.end) }
  const start = new Date(at(entry.start).getTime() + minutes * 60_000)
  const lasts = entry.end ? +entry.end - +entry.start : 0
  return { start, end: entry.end && new Date(+start + lasts) }
}

export const daysBetween = (from: string, until: string): number =>
  dayNumberOf(until) - dayNumberOf(from)

/** 11月25日 周三 and 14:30, in the page's language. */
export function inWords({ start }: Place, zone: string, locale: string) {
  const day = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
    timeZone: zone,
    month: locale === "zh" ? "long" : "short",
    day: "numeric",
    weekday: "short",
  }).format(start)
  return { day, time: clockIn(zone, start) }
}
