import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import { refuse } from "@/lib/platform/refusal"
import { settings } from "@/lib/platform/settings"

/**
 * The end of an invitation's last day.
 * @param day in company time
 * @throws Refusal when it has passed, or is further away than the company allows
 */
export async function endOfDay(day: string, now: Date): Promise<Date> {
  const { company, guests } = await settings()
  const today = dayIn(company.timeZone, now)
  if (day < today) refuse("invalid", { fields: { until: "guests.error.past" } })
  if (day > addDays(today, guests.longestDays))
    refuse("invalid", {
      fields: { until: "guests.error.tooLong" },
      values: { days: guests.longestDays },
    })
  return instantOf(company.timeZone, addDays(day, 1), "00:00")
}

/** The last day of an invitation: it ends where the next one begins. */
export const lastDay = (expiresAt: Date, timeZone: string): string =>
  dayIn(timeZone, new Date(expiresAt.getTime() - 1))
