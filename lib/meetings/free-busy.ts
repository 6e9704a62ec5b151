"use server"

import { z } from "zod"
import { db } from "@/db/engine"
import { reading } from "@/lib/action"
import { busyIn } from "@/lib/appointments/busy"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { periodsOf } from "@/lib/calendar/work-week"
import { addDays, clockIn, dayIn, instantOf, minutesOf } from "@/lib/calendar/zones"
import type { BusySpan } from "@/lib/platform/calendar-source"
import { isDay, mostPeople } from "./inputs"
import { peopleOf } from "./inviting"
import { findMeeting } from "./meeting"
import { keepsNotice } from "./notice-rule"
import { busyDuring, slotsFor } from "./slots"

const dayLooked = 21

const look = reading({
  name: "meetings.free_busy",
  input: z.strictObject({
    people: z.array(z.number().int().positive()).max(mostPeople),
    start: z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/),
    minutes: z.number().int().min(5).max(1_440),
    /** A meeting that is moved takes nobody's time from itself. */
    meeting: z.number().int().positive().optional(),
  }),
  run: async (actor, { people, start, minutes, meeting }) => {
    const calendar = await companyCalendar()
    const { timeZone } = calendar
    const day = start.slice(0, 10)
    if (!isDay(day)) return null
    const from = instantOf(timeZone, day, "00:00")
    const until = instantOf(timeZone, addDays(day, dayLooked), "00:00")
    const asked = [...new Set([...people, actor.personId])]
    const own = meeting ? await findMeeting(db(), meeting) : null
    const busy = (await busyIn(asked, { from, until })).filter(
      (span) => !own || +span.start !== +own.startAt || +span.end !== +own.endAt,
    )
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
  },
})

/** What lies within a day, in minutes of it. */
const onDay = (busy: readonly BusySpan[], from: Date, until: Date, timeZone: string) =>
  busy
    .filter((span) => span.start < until && span.end > from)
    .map(({ personId, start, end, away }) => ({
      ...{ personId, away: away ?? false },
      from: start <= from ? 0 : minutesOf(clockIn(timeZone, start)),
      until: end >= until ? 1_440 : minutesOf(clockIn(timeZone, end)),
    }))

/** When people have time, while a meeting is booked: times, and not a word of what for. */
export async function freeBusy(input: Parameters<typeof look>[0]) {
  return look(input)
}

const members = reading({
  name: "meetings.people",
  input: z.strictObject({ ref: z.string().regex(/^(group|department):\d{1,15}$/) }),
  run: (actor, { ref }) => peopleOf(db(), actor, ref).catch(() => []),
})

/** Everybody in a group or a department, to be invited one by one. */
export async function peopleToInvite(ref: string) {
  return (await members({ ref })) ?? []
}
