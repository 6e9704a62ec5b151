import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"

/** The first moment of the month that a moment lies in, in company time. */
export const monthStart = (timeZone: string, at: Date): Date =>
  instantOf(timeZone, `${dayIn(timeZone, at).slice(0, 7)}-01`, "00:00")

/** The first moment of the month after. */
export function monthAfter(timeZone: string, at: Date): Date {
  const later = addDays(`${dayIn(timeZone, at).slice(0, 7)}-01`, 32)
  return instantOf(timeZone, `${later.slice(0, 7)}-01`, "00:00")
}
