import type { View } from "@/lib/appointments/calendar-inputs"
import type { Whose } from "@/lib/platform/calendar-source"

/** The address of the calendar that shows this. */
export function calendarAddress(to: {
  view?: View | undefined
  date?: string | undefined
  whose?: Whose
}): string {
  const query = new URLSearchParams()
  if (to.view) query.set("view", to.view)
  if (to.date) query.set("date", to.date)
  if (to.whose && to.whose.of !== "mine") query.set(to.whose.of, String(to.whose.id))
  const text = query.toString()
  return text === "" ? "/calendar" : `/calendar?${text}`
}
