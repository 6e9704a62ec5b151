import type { Settings } from "@/lib/platform/settings"
import { holidaysOf } from "./holidays"
import type { DayOverride } from "./work-week"
import { addDays } from "./zones"

export interface YearDays {
  from: string
  until: string
  count: number
  kind: DayOverride["kind"]
  name: DayOverride["name"]
  /** The company's own, which may be changed; the others are the country's. */
  own: boolean
}

/**
 * A year's days off and make-up days in order: the country's as runs of days, the company's own one
 * by one. Where both speak of a day, the company's stands.
 */
export function daysOfYear(year: number, workDays: Settings["workDays"]): YearDays[] {
  const own = workDays.filter(({ day }) => day.startsWith(`${year}-`))
  const taken = new Set(own.map(({ day }) => day))
  const rows: YearDays[] = own.map((each) => oneDay(each, true))
  let run: YearDays | undefined
  for (const each of holidaysOf(year).filter(({ day }) => !taken.has(day))) {
    if (run && continues(run, each)) {
      run.until = each.day
      run.count += 1
    } else {
      run = oneDay(each, false)
      rows.push(run)
    }
  }
  return rows.toSorted((a, b) => a.from.localeCompare(b.from))
}

const oneDay = ({ day, kind, name }: DayOverride, own: boolean): YearDays => ({
  from: day,
  until: day,
  count: 1,
  kind,
  name,
  own,
})

const continues = (run: YearDays, next: DayOverride): boolean =>
  run.kind === next.kind && run.name.zh === next.name.zh && addDays(run.until, 1) === next.day
