import { z } from "zod"
import { day, id } from "./inputs"

export const shownCalendar = z.strictObject({
  name: z.string().regex(/^([a-z]{1,20}|person:\d{1,15})$/),
  shown: z.stringbool(),
})
export const colleague = z.strictObject({ person: z.string().trim().min(1).max(100) })
export const formerColleague = z.strictObject({ id })

export const nothingSaid = z.strictObject({})

export const views = ["day", "week", "month", "agenda"] as const
export type View = (typeof views)[number]

export const calendarFilter = z.object({
  view: z.enum(views).optional().catch(undefined),
  date: day.optional().catch(undefined),
  department: id.optional().catch(undefined),
  group: id.optional().catch(undefined),
})
export type CalendarFilter = z.output<typeof calendarFilter>
