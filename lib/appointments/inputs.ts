import { z } from "zod"
import { appointmentShows } from "@/db/schema/appointments"
import { weekdays } from "@/lib/calendar/work-week"
import { dayNumberOf } from "@/lib/calendar/zones"

export const id = z.coerce.number().int().positive()
export const day = z.string().refine(isDay)
const noDay = z.preprocess((value) => (value === "" ? undefined : value), day.optional())

function isDay(text: string): boolean {
  try {
    const number = dayNumberOf(text)
    return number >= 0 && number < 376_000
  } catch {
    return false
  }
}

/** `datetime-local` in company time: `2026-11-25T15:00`. */
const local = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:00)?$/)
  .refine((text) => isDay(text.slice(0, 10)))
const instant = z.iso.datetime().refine((text) => isDay(text.slice(0, 10)))
const several = <S extends z.ZodType>(schema: S, most: number) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
    z.array(schema).max(most),
  )

/** What a form offers: the days of a month are those of the day it starts on. */
export const repeats = [
  "none",
  "day",
  "workday",
  "week",
  "month",
  "monthNth",
  "monthLast",
  "monthEnd",
  "year",
] as const
export const reminderMinutes = [0, 5, 10, 30, 60, 120, 1_440, 2_880, 10_080] as const
/** How many may be chosen. */
const mostReminders = 5

/** How something comes again, as a form says it. */
export const repeatFields = {
  repeat: z.enum(repeats).default("none"),
  interval: z.coerce.number().int().min(1).max(99).default(1),
  on: several(z.enum(weekdays), 7),
  until: noDay,
}

export const appointmentFields = z.strictObject({
  title: z.string().trim().min(1).max(200),
  place: z.string().trim().max(200).default(""),
  note: z.string().trim().max(5_000).default(""),
  start: local,
  end: local,
  allDay: z.stringbool().optional().default(false),
  shows: z.enum(appointmentShows).default("busy"),
  ...repeatFields,
  reminders: several(
    z.coerce
      .number()
      .int()
      .refine((minutes) => reminderMinutes.some((each) => each === minutes)),
    mostReminders,
  ),
})
export type AppointmentFields = z.output<typeof appointmentFields>

/** What a change of one that comes again is about: that occurrence, it and all after it, or all. */
export const whichOnes = ["one", "following", "all"] as const
export type Which = (typeof whichOnes)[number]

/** `day`: which occurrence the form was opened for; without one, all of them. */
export const editedAppointment = appointmentFields.extend({
  id,
  version: z.coerce.number().int().positive(),
  which: z.enum(whichOnes).default("all"),
  day: noDay,
})

export const movedAppointment = z.strictObject({
  id,
  version: z.coerce.number().int().positive(),
  day: noDay,
  start: instant,
  end: instant,
})

/** `back`: a form that goes on to that day of the calendar. */
export const cancelledAppointment = z.strictObject({
  id,
  day: noDay,
  which: z.enum(whichOnes).optional(),
  back: noDay,
})
/** `until`: where the rule ended before. */
export const restoredAppointment = z.strictObject({
  id,
  day: noDay,
  which: z.enum(whichOnes).optional(),
  until: noDay,
})

/** What an address asks a new one to begin with. */
export const newAppointmentQuery = z.object({
  date: day.optional().catch(undefined),
  start: local.optional().catch(undefined),
  end: local.optional().catch(undefined),
})
