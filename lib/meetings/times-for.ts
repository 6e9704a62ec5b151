import { db } from "@/db/engine"
import { busyIn } from "@/lib/appointments/busy"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { periodsOf } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, instantOf, minutesOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { BusySpan } from "@/lib/platform/calendar-source"
import { isDay } from "./inputs"
import { findMeeting } from "./meeting"
import { keepsNotice } from "./notice-rule"
import { canPrepare } from "./policy"
import { busyDuring, slotsFor } from "./slots"

const dayLooked = 21

interface Asked {
  people: number[]
  /** Company time. */
  start: string
  minutes: number
  meeting?: number | undefined
}

/** Who has time then, and when more have: times, and not a word of what for. */
export async function timesFor(actor: PersonActor, { people, start, minutes, meeting }: Asked) {
  const calendar = await companyCalendar()
  const { timeZone } = calendar
  const day = start.slice(0, 10)
  if (!isDay(day)) return null
  const from = instantOf(timeZone, day, "00:00")
  const until = instantOf(timeZone, addDays(day, dayLooked), "00:00")
  const asked = [...new Set([...people, actor.personId])]
  const busy = await busyIn(asked, { from, until }, await movedBy(actor, meeting))
  const startAt = instantOf(timeZone, day, start.slice(11))
  const endAt = new Date(+startAt + minutes * 60_000)
  const now = new Date()
  return {
    periods: periodsOf(calendar, day).map(([a, b]) => [minutesOf(a), minutesOf(b)]),
    busy: onDay(busy, from, instantOf(timeZone, addDays(day, 1), "00:00"), timeZone),
    missing: busyDuring(busy, startAt, endAt),
    keepsNotice: await keepsNotice(startAt, now),
    slots: slotsFor(calendar, busy, { day, minutes, now }).map((slot) => ({
      ...{ busy: slot.busy, keepsNotice: slot.keepsNotice },
      start: `${dayIn(timeZone, slot.start)}T${clockIn(timeZone, slot.start)}`,
      end: `${dayIn(timeZone, slot.end)}T${clockIn(timeZone, slot.end)}`,
    })),
  }
}

/** Leaving a meeting out tells when it is: only whoever may move it does. */
async function movedBy(actor: PersonActor, id: number | undefined) {
  const meeting = id === undefined ? null : await findMeeting(db(), id)
  return meeting && canPrepare(actor, meeting) ? { kind: "meeting", id: meeting.id } : undefined
}

/** What lies within a day, in minutes of it. */
const onDay = (busy: readonly BusySpan[], from: Date, until: Date, timeZone: string) =>
  busy
    .filter((span) => span.start < until && span.end > from)
    .map(({ personId, start, end, away }) => ({
      ...{ personId, away: away ?? false },
      from: start <= from ? 0 : minutesOf(clockIn(timeZone, start)),
      until: end >= until ? 1_440 : minutesOf(clockIn(timeZone, end)),
    }))
