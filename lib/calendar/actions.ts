"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { readDay } from "@/lib/platform/written-days"
import { changeSetting, mayChangeSettings } from "@/lib/settings/changing"
import { importDays, removeDay, setDays } from "./changing"
import { weekForm } from "./week-input"

const guarded = { load: nothing, can: mayChangeSettings, lock: () => "settings" }
const day = z.string().refine((typed) => readDay(typed) === typed)

export const workWeekAction = action({
  ...guarded,
  name: "calendar.week",
  input: weekForm,
  run: (ctx, _, week) => changeSetting(ctx, "workWeek", week),
})

export const workDayAction = action({
  ...guarded,
  name: "calendar.day",
  input: z.strictObject({
    day,
    kind: z.enum(["off", "work"]),
    zh: z.string().trim().min(1).max(40),
    en: z.string().trim().max(60).default(""),
  }),
  run: (ctx, _, input) =>
    setDays(ctx, [
      { day: input.day, kind: input.kind, name: { zh: input.zh, en: input.en || input.zh } },
    ]),
  next: (_, input) => `/admin/work-calendar?year=${input.day.slice(0, 4)}#days`,
})

export const removeDayAction = action({
  ...guarded,
  name: "calendar.remove_day",
  input: z.strictObject({ day }),
  run: (ctx, _, input) => removeDay(ctx, input.day),
})

export const importDaysAction = action({
  ...guarded,
  name: "calendar.import",
  input: z.strictObject({
    text: z.string().max(200_000),
    confirmed: z.literal("yes").optional(),
  }),
  run: (ctx, _, { text, confirmed }) => importDays(ctx, text, confirmed === "yes"),
})
