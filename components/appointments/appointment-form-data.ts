import { getTranslations } from "next-intl/server"
import { reminderMinutes, repeats } from "@/lib/appointments/inputs"
import { readRecurrence } from "@/lib/calendar/recurrence"
import { weekdays } from "@/lib/calendar/work-week"

/** The values a form begins with, as its fields have them. */
export interface FormStart {
  title: string
  place: string
  note: string
  start: string
  end: string
  allDay: boolean
  shows: "busy" | "free"
  reminders: readonly number[]
  rule: string | null
}

/** How a form says a rule: one choice, and what belongs to it. */
function repetition(text: string | null) {
  const rule = text === null ? undefined : readRecurrence(text)
  const often = { interval: String(rule?.interval ?? 1), until: rule?.until ?? "" }
  if (!rule) return { repeat: "none", on: [], ...often }
  if (rule.every === "week") return { repeat: "week", on: [...rule.on], ...often }
  if (rule.every !== "month") return { repeat: rule.every, on: [], ...often }
  const { on } = rule
  const name = "day" in on ? (on.day === -1 ? "monthEnd" : "month") : "monthNth"
  return { repeat: "nth" in on && on.nth === -1 ? "monthLast" : name, on: [], ...often }
}

/** Everything the form shows, in the reader's language. */
export async function appointmentFormData(start: FormStart) {
  const t = await getTranslations("appointments")
  const weekday = await getTranslations("calendar.recurrence.weekday")
  const field = (name: Parameters<typeof t>[0]) => t(name)
  const { rule, reminders, ...texts } = start
  return {
    start: { ...texts, ...repetition(rule), reminders: reminders.map(String) },
    repeats: repeats.map((value) => ({ value, label: t(`repeats.${value}`) })),
    weekdays: weekdays.map((value) => ({ value, label: weekday(value) })),
    shows: (["busy", "free"] as const).map((value) => ({ value, label: t(`shows.${value}`) })),
    reminders: reminderMinutes.map((minutes) => ({
      value: String(minutes),
      label: t(`remind.m${minutes}`),
    })),
    words: {
      title: field("field.title"),
      place: field("field.place"),
      note: field("field.note"),
      start: field("field.start"),
      end: field("field.end"),
      allDay: field("field.allDay"),
      shows: field("field.shows"),
      repeat: field("field.repeat"),
      interval: field("field.interval"),
      on: field("field.on"),
      until: field("field.until"),
      reminders: field("field.reminders"),
      onHint: field("onHint"),
      untilHint: field("untilHint"),
      cancel: field("cancel"),
      private: field("private"),
      whichHint: field("whichHint"),
    },
  }
}

export type AppointmentFormData = Awaited<ReturnType<typeof appointmentFormData>>
