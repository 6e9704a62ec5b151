import { getTranslations } from "next-intl/server"
import { repeatData } from "@/components/appointments/repeat-data"
import { reminderMinutes } from "@/lib/appointments/inputs"

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

/** Everything the form shows, in the reader's language. */
export async function appointmentFormData(start: FormStart) {
  const t = await getTranslations("appointments")
  const field = (name: Parameters<typeof t>[0]) => t(name)
  const { rule, reminders, ...texts } = start
  const repeat = await repeatData(rule)
  return {
    ...repeat,
    start: { ...texts, ...repeat.start, reminders: reminders.map(String) },
    shows: (["busy", "free"] as const).map((value) => ({ value, label: t(`shows.${value}`) })),
    reminders: reminderMinutes.map((minutes) => ({
      value: String(minutes),
      label: t(`remind.m${minutes}`),
    })),
    words: {
      ...repeat.words,
      title: field("field.title"),
      place: field("field.place"),
      note: field("field.note"),
      start: field("field.start"),
      end: field("field.end"),
      allDay: field("field.allDay"),
      shows: field("field.shows"),
      reminders: field("field.reminders"),
      cancel: field("cancel"),
      private: field("private"),
      whichHint: field("whichHint"),
    },
  }
}

export type AppointmentFormData = Awaited<ReturnType<typeof appointmentFormData>>
