import { getTranslations } from "next-intl/server"
import type { RecordScreen } from "@/components/inbox/record-screen"
import { when } from "@/lib/calendar/when"

/** What the inbox says of appointments: that one begins. */
export const appointmentScreen: RecordScreen = {
  sentence: async ({ type, data }) => {
    const [t, { moment }] = await Promise.all([getTranslations("appointments.event"), when()])
    const start = new Date(String(data.start))
    if (type !== "appointment.reminded" || Number.isNaN(start.getTime())) return t("other")
    return t("reminded", { start: moment(start) })
  },
}
