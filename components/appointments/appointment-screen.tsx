import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { AppointmentForm } from "@/components/appointments/appointment-form"
import { appointmentFormData } from "@/components/appointments/appointment-form-data"
import { DeleteButton, DeleteForms } from "@/components/appointments/delete-button"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { db } from "@/db/engine"
import { type Appointment, findAppointment, isOwn } from "@/lib/appointments/appointment"
import { whichOnes } from "@/lib/appointments/inputs"
import { type Occurrence, occurrenceOf } from "@/lib/appointments/occurrences"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { readRecurrence } from "@/lib/calendar/recurrence"
import { recurrenceInWords } from "@/lib/calendar/recurrence-words"
import { when } from "@/lib/calendar/when"
import { addDays, clockIn, dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"

/** One appointment of one's own, or one occurrence of it, to be read and changed. */
export async function AppointmentScreen({
  actor,
  id,
  day,
}: {
  actor: PersonActor
  id: number
  day: unknown
}) {
  const found = await findAppointment(db(), id)
  if (!found || !isOwn(actor, found) || found.cancelledAt) notFound()
  const [t, words, calendar] = await Promise.all([
    getTranslations("appointments"),
    liveWords(),
    companyCalendar(),
  ])
  const of = found.rule !== null && isDay(day) ? occurrenceOf(found, day, calendar) : undefined
  const which = {
    label: t("field.which"),
    options: whichOnes.map((value) => ({ value, label: t(`which.${value}`) })),
  }
  const date = dayIn(calendar.timeZone, of?.start ?? found.startAt)
  const deleting = {
    words: { delete: t("delete"), done: t("deleted"), undo: t("move.undo") },
    of: of && {
      day: of.day,
      options: whichOnes.map((value) => ({ value, label: t(`deleteWhich.${value}`) })),
    },
  }
  return (
    <LiveRegion topics={[`appointment:${id}`]} words={words}>
      <div className="flex max-w-140 flex-col md:px-3">
        <h1 className="px-5 pt-5 text-title">{of?.title ?? found.title}</h1>
        <Often found={found} />
        <AppointmentForm
          data={await formData(found, of, calendar.timeZone)}
          known={{ id, version: found.version, ...(of && { day: of.day, which }) }}
          formKey={randomUUID()}
          cancel={`/calendar?date=${date}`}
          submitWord={t("save")}
        >
          <DeleteButton {...deleting} />
        </AppointmentForm>
        <DeleteForms id={id} back={date} {...deleting} />
      </div>
    </LiveRegion>
  )
}

const isDay = (text: unknown): text is string =>
  typeof text === "string" &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

function formData(found: Appointment, of: Occurrence | undefined, zone: string) {
  const start = of?.start ?? found.startAt
  const { title, place, note } = { ...found, ...of }
  const end = of?.end ?? found.endAt
  const local = (at: Date) => `${dayIn(zone, at)}T${clockIn(zone, at)}`
  return appointmentFormData({
    ...{ ...found, title, place, note },
    start: local(start),
    // A whole day ends at midnight; its form says the day itself.
    end: found.allDay ? `${addDays(dayIn(zone, end), -1)}T00:00` : local(end),
  })
}

/** 每周一、周三: how it comes again. */
async function Often({ found }: { found: Appointment }) {
  const rule = found.rule === null ? undefined : readRecurrence(found.rule)
  if (!rule) return null
  const [t, { clock }] = await Promise.all([getTranslations("calendar.recurrence"), when()])
  const time = found.allDay ? "" : ` ${clock(found.startAt)}–${clock(found.endAt)}`
  return (
    <p className="px-5 pt-1 text-control text-ink-2">
      {recurrenceInWords(rule, t, (day) => day)}
      {time}
    </p>
  )
}
