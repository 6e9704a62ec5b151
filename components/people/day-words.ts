import { when } from "@/lib/calendar/when"
import { instantOf } from "@/lib/calendar/zones"

/** A day of the calendar ("2026-11-25") as it is said: 11月25日. */
export async function dayWords(): Promise<(day: string) => string> {
  const { date, timeZone } = await when()
  return (day) => date(instantOf(timeZone, day, "12:00"))
}
