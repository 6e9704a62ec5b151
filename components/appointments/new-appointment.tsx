import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { AppointmentForm } from "@/components/appointments/appointment-form"
import { appointmentFormData } from "@/components/appointments/appointment-form-data"
import { RouteDialog } from "@/components/ui/route-dialog"
import { newAppointmentQuery } from "@/lib/appointments/inputs"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { addDays, clockIn, dayIn } from "@/lib/calendar/zones"

/** The times that an address names, else the next whole hour. */
async function timesIn(query: unknown): Promise<{ start: string; end: string }> {
  const { timeZone } = await companyCalendar()
  const { date, start, end } = newAppointmentQuery.parse(query)
  if (start && end) return { start, end }
  const now = new Date()
  const hour = Number(clockIn(timeZone, now).slice(0, 2)) + 1
  const today = dayIn(timeZone, now)
  const day = date ?? (hour > 22 ? addDays(today, 1) : today)
  const from = day === today && hour <= 22 ? hour : 9
  const clock = (at: number) => `${day}T${String(at).padStart(2, "0")}:00`
  return { start: clock(from), end: clock(from + 1) }
}

/** The form over whatever page one is on, or as a page where there is no script. */
export async function NewAppointment({
  query,
  dialog = false,
}: {
  query: unknown
  dialog?: boolean
}) {
  const t = await getTranslations("appointments")
  const data = await appointmentFormData({
    ...(await timesIn(query)),
    ...{ title: "", place: "", note: "", allDay: false, shows: "busy", rule: null },
    reminders: [10],
  })
  const form = (
    <AppointmentForm
      data={data}
      formKey={randomUUID()}
      cancel="/calendar"
      submitWord={t("create")}
    />
  )
  if (dialog)
    return (
      <RouteDialog path="/calendar/new" title={t("new")} closeLabel={t("close")} size="m">
        {form}
      </RouteDialog>
    )
  return (
    <div className="flex max-w-140 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("new")}</h1>
      {form}
    </div>
  )
}
