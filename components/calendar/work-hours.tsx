import { getTranslations } from "next-intl/server"
import { WeekForm } from "@/components/calendar/week-form"
import { Section } from "@/components/ui/section"
import { asTyped, periodsADay } from "@/lib/calendar/week-input"
import { weekdays } from "@/lib/calendar/work-week"
import type { Settings } from "@/lib/platform/settings"

export async function WorkHours({ week }: { week: Settings["workWeek"] }) {
  const t = await getTranslations("calendar")
  const days = weekdays.map((key, index) => {
    const name = t(`hours.days.${key}`)
    const periods = week[index] ?? []
    const rows = Array.from({ length: Math.max(periodsADay, periods.length) }, (_, at) => {
      const [from = "", until = ""] = periods[at] ?? []
      const spoken = { day: name, n: String(at + 1) }
      return {
        from: { name: `${key}${at}From`, label: t("hours.from", spoken), value: from },
        until: { name: `${key}${at}Until`, label: t("hours.until", spoken), value: asTyped(until) },
        removeLabel: t("hours.remove", spoken),
      }
    })
    return { key, name, rows, addLabel: t("hours.addTo", { day: name }) }
  })
  const words = { off: t("hours.off"), save: t("save"), saved: t("saved") }
  return (
    <Section title={t("hours.title")}>
      <p className="mt-3 mb-2 text-control text-pretty text-ink-3">{t("hours.note")}</p>
      <WeekForm days={days} words={words} />
    </Section>
  )
}
