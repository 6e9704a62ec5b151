import { usualCalendar } from "@/lib/calendar/working-days"
import { dayIn } from "@/lib/calendar/zones"
import { sampleGroups } from "@/lib/groups/sample/company"
import { systemStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { sweepIn } from "./clock-sweep"
import { clockTimes } from "./clock-times"
import { tellRestIn } from "./fan-out"
import type { SampleLine } from "./sample/reading"

/**
 * What the portal did by itself while people talked: reminding of answers that were owed, telling
 * superiors of those that didn't come, telling everybody who was called.
 */
export function ringing(talk: readonly SampleLine[], now: Date, timeZone: string): PastChange[] {
  const calendar = usualCalendar(timeZone, Number(dayIn(timeZone, now).slice(0, 4)))
  return talk.flatMap(({ deed, at, place }) => {
    if (!("says" in deed) || !deed.says.includes("@")) return []
    const urgency = deed.urgent ? "urgent" : "ordinary"
    const { remindAt, dueAt } = clockTimes(calendar, { urgency, at }, minutesIn(place))
    const called = deed.says.includes("@所有人")
    return [
      ...(called ? [systemStep(new Date(at.getTime() + 3_000), "sample", tellRestIn)] : []),
      ...[remindAt, dueAt].map((when) => systemStep(after(when), "sample", sweepIn)),
    ].filter((step) => step.at < now)
  })
}

const after = (at: Date): Date => new Date(at.getTime() + 1_000)

/** The response times of a group's newest announcement, or the company's. */
function minutesIn(place: string) {
  const said = sampleGroups.find(({ name }) => name === place)?.announcements?.at(-1)
  return { ordinary: said?.ordinaryMinutes ?? 120, urgent: said?.urgentMinutes ?? 15 }
}
