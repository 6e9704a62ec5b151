import published from "chinese-days/dist/chinese-days.json"
import type { DayOverride } from "@/lib/calendar/work-week"

type Name = DayOverride["name"]

const holidays: Readonly<Record<string, string>> = published.holidays
const workdays: Readonly<Record<string, string>> = published.workdays

// The package names days 「清明」 and "Tomb-sweeping Day"; these are the names in the law.
const names: Readonly<Record<string, Name>> = {
  元旦: { zh: "元旦", en: "New Year's Day" },
  春节: { zh: "春节", en: "Spring Festival" },
  清明: { zh: "清明节", en: "Qingming Festival" },
  劳动节: { zh: "劳动节", en: "Labour Day" },
  端午: { zh: "端午节", en: "Dragon Boat Festival" },
  中秋: { zh: "中秋节", en: "Mid-Autumn Festival" },
  国庆节: { zh: "国庆节", en: "National Day" },
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: { zh: "抗战胜利纪念日", en: "Victory Day" },
}

const makeUpDay: Name = { zh: "调休上班", en: "Make-up workday" }

function nameIn(note: string): Name {
  const [en = "", zh = ""] = note.split(",")
  return names[zh] ?? { zh, en }
}

const yearOf = (day: string) => Number(day.slice(0, 4))
const known = [...new Set(Object.keys(holidays).map(yearOf))].toSorted((a, b) => a - b)

/** The years whose arrangement of public holidays is known, in order. */
export function knownYears(): number[] {
  return [...known]
}

/**
 * Whether the arrangement of a year is known. The next year's is published each November; until
 * then only weekends are free, and administrators are told.
 */
export function isKnownYear(year: number): boolean {
  return known.includes(year)
}

const off = Object.entries(holidays).map(
  ([day, note]): DayOverride => ({ day, kind: "off", name: nameIn(note) }),
)
const work = Object.keys(workdays).map(
  (day): DayOverride => ({ day, kind: "work", name: makeUpDay }),
)
const byYear = Map.groupBy(
  [...off, ...work].toSorted((a, b) => a.day.localeCompare(b.day)),
  ({ day }) => yearOf(day),
)

/** A year's public holidays and make-up days in order; none for a year that isn't known. */
export const holidaysOf = (year: number): readonly DayOverride[] => byYear.get(year) ?? []
