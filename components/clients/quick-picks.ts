import { getTranslations } from "next-intl/server"
import type { QuickPick } from "@/components/ui/date-time-field"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import { instantOf } from "@/lib/calendar/zones"
import { quickDays } from "@/lib/clients/next-contact"

/** 3 天, 1 周, 2 周, each with the day that it means. */
export async function quickPicks(): Promise<QuickPick[]> {
  const [t, times, calendar] = await Promise.all([
    getTranslations("clients.record"),
    when(),
    companyCalendar(),
  ])
  const labels = [t("threeDays"), t("week"), t("twoWeeks")]
  return quickDays(calendar, times.now).map((value, nth) => {
    const noon = instantOf(calendar.timeZone, value, "12:00")
    const sentence = `${times.date(noon)} ${times.weekday(noon)}`
    return { label: labels[nth] ?? value, value, sentence }
  })
}
