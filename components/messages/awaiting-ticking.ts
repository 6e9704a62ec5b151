import { getTranslations } from "next-intl/server"
import type { Ticking } from "@/components/messages/awaiting-time"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { running } from "@/lib/messages/clock-left"
import type { Urgency } from "@/lib/messages/clock-times"

/** What chips with the time left need, for each clock of a page. */
export async function ticking(): Promise<(clock: { urgency: Urgency; dueAt: Date }) => Ticking> {
  const [t, calendar] = await Promise.all([getTranslations("awaiting"), companyCalendar()])
  const now = new Date()
  const words = {
    left: t.raw("left"),
    over: t.raw("over"),
    minutes: t.raw("minutes"),
    hours: t.raw("hours"),
    wholeHours: t.raw("wholeHours"),
    days: t.raw("days"),
  }
  return (clock) => ({ clock: running(calendar, clock, now), now: now.getTime(), words })
}
