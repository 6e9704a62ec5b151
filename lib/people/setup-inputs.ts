import { z } from "zod"
import { readDay } from "@/lib/platform/written-days"
import { readStaffPhone } from "./own-phone"

const isTimeZone = (name: string): boolean =>
  Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC"

export const company = z.strictObject({
  name: z.string().trim().min(1).max(60),
  timeZone: z.string().refine(isTimeZone),
  locale: z.enum(["zh", "en"]),
})

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(/^[^\s@,;<>"()]+@[^\s@,;<>"().]+(\.[^\s@,;<>"().]+)+$/)

export const administrator = z.strictObject({
  name: z.string().trim().min(1).max(60),
  staffNo: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{1,32}$/),
  post: z.string().trim().max(60).default(""),
  birthday: z
    .string()
    .trim()
    .refine((day) => day === "" || readDay(day) === day)
    .default(""),
  email,
  phone: z
    .string()
    .trim()
    .max(40)
    .transform((typed, context) => readStaffPhone(typed, context) ?? "")
    .default(""),
})

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const period = z.tuple([clock, clock])
export const workWeek = z.array(z.array(period).max(6)).length(7)

/** The form of the third step: one set of hours for all working days. */
export const calendarForm = z
  .strictObject({
    days: z.array(z.enum(["0", "1", "2", "3", "4", "5", "6"])).min(1),
    morningFrom: clock,
    morningUntil: clock,
    afternoonFrom: clock,
    afternoonUntil: clock,
  })
  .refine((it) => it.morningFrom < it.morningUntil, {
    path: ["morningUntil"],
    message: "people.setup.badHours",
  })
  .refine((it) => it.morningUntil <= it.afternoonFrom, {
    path: ["afternoonFrom"],
    message: "people.setup.badHours",
  })
  .refine((it) => it.afternoonFrom < it.afternoonUntil, {
    path: ["afternoonUntil"],
    message: "people.setup.badHours",
  })

/** The same hours on every chosen day, Monday first. */
export const weekOf = (form: z.output<typeof calendarForm>): z.output<typeof workWeek> =>
  Array.from({ length: 7 }, (_, day) =>
    form.days.some((chosen) => Number(chosen) === day)
      ? [
          [form.morningFrom, form.morningUntil],
          [form.afternoonFrom, form.afternoonUntil],
        ]
      : [],
  )
