const minute = 60_000

export interface SpanWords {
  days: (count: number) => string
  hours: (count: number) => string
  minutes: (count: number) => string
}

/** 2 天 3 小时, 1 小时 31 分, 48 分: the two largest parts of how long it is. */
export function spanOf(milliseconds: number, words: SpanWords): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / minute))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const parts =
    days > 0
      ? [words.days(days), hours > 0 ? words.hours(hours) : ""]
      : [hours > 0 ? words.hours(hours) : "", minutes % 60 > 0 ? words.minutes(minutes % 60) : ""]
  return parts.filter(Boolean).join(" ")
}
