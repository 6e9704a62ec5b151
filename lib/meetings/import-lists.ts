import { momentIn } from "@/lib/platform/cell-values"

/**
 * 「1.压测方案2.借调一名测试」 as people number things in one cell. A number inside a word or a figure
 * (V3.2, 2.5 小时) begins nothing, and the next one counts only when it is the next.
 */
export function itemsIn(cell: string): string[] {
  const items: string[] = []
  let rest = cell.trim()
  const first = /^[(]?1[.、)]\s*(?!\d)/.exec(rest)
  if (!first) return rest === "" ? [] : [rest]
  rest = rest.slice(first[0].length)
  for (let number = 2; ; number++) {
    const next = new RegExp(`(?<![\\dA-Za-z.])[(]?${number}[.、)]\\s*(?!\\d)`).exec(rest)
    const item = next ? rest.slice(0, next.index) : rest
    items.push(item.replace(/[;；,，\s]+$/, "").trim())
    if (!next) return items.filter((each) => each !== "")
    rest = rest.slice(next.index + next[0].length)
  }
}

/** 「性能测试缺口(15min)」: what is discussed, and for how many minutes; null where none are said. */
export function topicIn(item: string): { title: string; minutes: number | null } {
  const [, title = item, minutes] =
    /^(.*?)\s*\(?(\d{1,3})\s*(?:min|mins|minutes|分钟|分|')\)?$/i.exec(item) ?? []
  return { title: title.trim(), minutes: minutes === undefined ? null : Number(minutes) }
}

interface Moment {
  day: string
  clock: string
}

const written = (text: string) => momentIn(text.trim().replace(/日(?=\d)/, "日 "))

/** `2024-05-10 14:00-15:30`; the end may be of another day, or be left out. */
export function spanIn(cell: string): { from: Moment; until: Moment | null } | undefined {
  const [, begins = cell, ends] =
    /^(.*?\d{1,2}:\d\d)\s*(?:-|–|—|~|至|到)\s*(.+)$/.exec(cell.trim()) ?? []
  const from = written(begins)
  if (!from?.clock) return undefined
  const start = { day: from.day, clock: from.clock }
  if (ends === undefined) return { from: start, until: null }
  const clock = /^(\d{1,2}):(\d\d)$/.exec(ends)
  if (clock && Number(clock[1]) < 24 && Number(clock[2]) < 60)
    return { from: start, until: { day: from.day, clock: ends.padStart(5, "0") } }
  const until = written(ends)
  return until?.clock ? { from: start, until: { day: until.day, clock: until.clock } } : undefined
}

/** 「陈晨5月12日前给出」: the day that a sentence names, in the year that follows a meeting's day. */
export function dayNamedIn(sentence: string, after: string): string | undefined {
  const [, month = "", date = ""] = /(\d{1,2})月(\d{1,2})日/.exec(sentence) ?? []
  const year = Number(after.slice(0, 4))
  const days = [year, year + 1].flatMap((each) => written(`${each}-${month}-${date}`)?.day ?? [])
  return days.find((day) => day >= after)
}
