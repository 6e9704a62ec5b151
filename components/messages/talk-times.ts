import { addDays, clockIn, dayIn } from "@/lib/calendar/zones"
import type { TalkWords } from "@/lib/messages/words-talk"
import { dateFormat } from "@/lib/platform/date-format"

interface Reader {
  locale: "zh" | "en"
  timeZone: string
  words: Pick<TalkWords, "today" | "yesterday">
}

const tagOf = ({ locale }: Reader) => (locale === "zh" ? "zh-CN" : "en-GB")

export const clockOf = ({ timeZone }: Reader, at: string | Date): string =>
  clockIn(timeZone, new Date(at))

/** `2026-11-24`, in company time. */
export const dayOf = ({ timeZone }: Reader, at: string | Date): string =>
  dayIn(timeZone, new Date(at))

export function dateOf(reader: Reader, at: string | Date, now = new Date()): string {
  const sameYear = dayOf(reader, at).slice(0, 4) === dayOf(reader, now).slice(0, 4)
  return dateFormat(tagOf(reader), reader.timeZone, {
    ...(!sameYear && { year: "numeric" }),
    month: reader.locale === "zh" ? "long" : "short",
    day: "numeric",
  }).format(new Date(at))
}

/** 今天 11月24日, 昨天 11月23日, 11月20日: what separates days in the stream. */
export function dayTitle(reader: Reader, at: string, now = new Date()): string {
  const [day, today] = [dayOf(reader, at), dayOf(reader, now)]
  const date = dateOf(reader, at, now)
  if (day === today) return `${reader.words.today} ${date}`
  return day === addDays(today, -1) ? `${reader.words.yesterday} ${date}` : date
}

/** 10:14 today, 昨天, 11月20日: for lists. */
export function shortTime(reader: Reader, at: string, now = new Date()): string {
  const [day, today] = [dayOf(reader, at), dayOf(reader, now)]
  if (day === today) return clockOf(reader, at)
  return day === addDays(today, -1) ? reader.words.yesterday : dateOf(reader, at, now)
}

/** 今天 10:14, 昨天 18:00, 11月20日 09:00. */
export function fullTime(reader: Reader, at: string, now = new Date()): string {
  const day = dayOf(reader, at)
  const clock = clockOf(reader, at)
  return day === dayOf(reader, now) ? clock : `${shortTime(reader, at, now)} ${clock}`
}
