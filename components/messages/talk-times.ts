import { filled } from "@/components/ui/filled"
import type { TalkWords } from "@/lib/messages/words-talk"

const formats = new Map<string, Intl.DateTimeFormat>()

function format(tag: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${tag} ${timeZone} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone, ...options })
  formats.set(key, known)
  return known
}

interface Reader {
  locale: "zh" | "en"
  timeZone: string
  words: TalkWords
}

const tagOf = ({ locale }: Reader) => (locale === "zh" ? "zh-CN" : "en-GB")

export const clockOf = (reader: Reader, at: string | Date): string =>
  format(tagOf(reader), reader.timeZone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at))

/** `2026-11-24`, in company time. */
export const dayOf = (reader: Reader, at: string | Date): string =>
  format("en-CA", reader.timeZone, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(at))

export function dateOf(reader: Reader, at: string | Date, now = new Date()): string {
  const sameYear = dayOf(reader, at).slice(0, 4) === dayOf(reader, now).slice(0, 4)
  return format(tagOf(reader), reader.timeZone, {
    ...(!sameYear && { year: "numeric" }),
    month: reader.locale === "zh" ? "long" : "short",
    day: "numeric",
  }).format(new Date(at))
}

const before = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** 今天 11月24日, 昨天 11月23日, 11月20日: what separates days in the stream. */
export function dayTitle(reader: Reader, at: string, now = new Date()): string {
  const [day, today] = [dayOf(reader, at), dayOf(reader, now)]
  const date = dateOf(reader, at, now)
  if (day === today) return `${reader.words.today} ${date}`
  return day === before(today) ? `${reader.words.yesterday} ${date}` : date
}

/** 10:14 today, 昨天, 11月20日: for lists. */
export function shortTime(reader: Reader, at: string, now = new Date()): string {
  const [day, today] = [dayOf(reader, at), dayOf(reader, now)]
  if (day === today) return clockOf(reader, at)
  return day === before(today) ? reader.words.yesterday : dateOf(reader, at, now)
}

/** 今天 10:14, 昨天 18:00, 11月20日 09:00. */
export function fullTime(reader: Reader, at: string, now = new Date()): string {
  const day = dayOf(reader, at)
  const clock = clockOf(reader, at)
  return day === dayOf(reader, now) ? clock : `${shortTime(reader, at, now)} ${clock}`
}

/** 剩 48 分, 剩 1 小时 35 分; urgent counts seconds: 剩 11:42; afterwards 已超时 5 分. */
export function timeLeft(words: TalkWords, dueAt: string, urgent: boolean, now: number): string {
  const left = new Date(dueAt).getTime() - now
  if (left < 0) return filled(words.over, { time: spell(words, -left) })
  const seconds = Math.floor(left / 1000)
  const counted = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
  return filled(words.left, { time: urgent && seconds < 3600 ? counted : spell(words, left) })
}

function spell(words: TalkWords, ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000))
  if (minutes < 60) return filled(words.minutes, { minutes })
  return filled(words.hours, { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
