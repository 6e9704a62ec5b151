import { dateFormat } from "./date-format"

const day = 24 * 60

/** Minutes since midnight in a time zone. */
function minuteOf(timeZone: string, at: Date): number {
  const parts = dateFormat("en", timeZone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at)
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return number("hour") * 60 + number("minute")
}

/**
 * When something that isn't urgent may reach a person: now, or when their quiet hours end.
 * @param from first quiet minute of the day in company time, null for none
 * @param until first minute that isn't quiet any more; before `from` it is the next day's
 */
export function afterQuiet(
  timeZone: string,
  at: Date,
  from: number | null,
  until: number | null,
): Date {
  if (from === null || until === null) return at
  const minute = minuteOf(timeZone, at)
  const quiet = from <= until ? minute >= from && minute < until : minute >= from || minute < until
  return quiet ? new Date(at.getTime() + ((until - minute + day) % day) * 60_000) : at
}
