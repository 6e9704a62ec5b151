import chineseDays from "chinese-days/dist/index.min.js"

/** Festivals by the lunar calendar that no public holiday may stand for; by month and day. */
const lunarFestivals: Readonly<Record<string, string>> = {
  "1-1": "春节",
  "1-15": "元宵节",
  "5-5": "端午节",
  "7-7": "七夕",
  "7-15": "中元节",
  "8-15": "中秋节",
  "9-9": "重阳节",
  "12-8": "腊八节",
}
const solarFestivals: Readonly<Record<string, string>> = {
  "01-01": "元旦",
  "03-08": "妇女节",
  "05-01": "劳动节",
  "06-01": "儿童节",
  "09-10": "教师节",
  "10-01": "国庆节",
}

const figures = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

function dayName(day: number): string {
  if (day <= 10) return `初${figures[day]}`
  if (day < 20) return `十${figures[day - 10]}`
  if (day === 20) return "二十"
  return day === 30 ? "三十" : `廿${figures[day - 20]}`
}

// The names come with the data of the engine: 正月, 闰六月, 腊月.
const clock = new Intl.DateTimeFormat("zh-CN-u-ca-chinese", {
  timeZone: "UTC",
  month: "long",
  day: "numeric",
})
const numbers = new Intl.DateTimeFormat("en-u-ca-chinese", {
  timeZone: "UTC",
  month: "numeric",
  day: "numeric",
})

const partIn = (format: Intl.DateTimeFormat, at: Date, type: "month" | "day") =>
  format.formatToParts(at).find((part) => part.type === type)?.value ?? ""

export interface LunarDay {
  /** 十二; on the first of a month its name: 八月. */
  text: string
  /** What it is besides a date. */
  is: "day" | "term" | "festival"
}

const known = new Map<string, LunarDay>()
const REMEMBERED = 2_000

/** What stands beside the figure of a day: a festival, a solar term (节气), else the lunar date. */
export function lunarDay(day: string): LunarDay {
  const before = known.get(day)
  if (before) return before
  if (known.size >= REMEMBERED) known.clear()
  const found = readDay(day)
  known.set(day, found)
  return found
}

function readDay(day: string): LunarDay {
  const at = new Date(`${day}T12:00:00Z`)
  const number = Number.parseInt(partIn(numbers, at, "day"), 10)
  const month = partIn(numbers, at, "month")
  const festival = lunarFestivals[`${month}-${number}`] ?? solarFestivals[day.slice(5)]
  if (festival) return { text: festival, is: "festival" }
  const [term] = chineseDays.getSolarTerms(day)
  if (term) return { text: term.name, is: "term" }
  return { text: number === 1 ? partIn(clock, at, "month") : dayName(number), is: "day" }
}
