import { getTranslations } from "next-intl/server"
import { calendarAddress } from "@/components/appointments/calendar-address"
import { dayNames } from "@/components/appointments/day-names"
import { ButtonLink } from "@/components/ui/button"
import { IconLink } from "@/components/ui/icon-button"
import { SegmentedLinks } from "@/components/ui/segmented"
import { views } from "@/lib/appointments/calendar-inputs"
import type { CalendarPage } from "@/lib/appointments/page"
import { stepped, weekNumber } from "@/lib/appointments/shown-days"
import { isWorkingDay } from "@/lib/calendar/work-time"

export async function CalendarHead({ page }: { page: CalendarPage }) {
  const { view, date, today, whose, days } = page
  const [t, names] = await Promise.all([getTranslations("appointments"), dayNames()])
  const to = (day: string) =>
    calendarAddress({ view: page.usual ? undefined : view, date: day, whose })
  const first = days[0] ?? date
  const range = {
    day: () => names.full(date),
    week: () => names.range(first, days.at(-1) ?? first),
    agenda: () => names.range(first, days.at(-1) ?? first),
    month: () => names.month(date),
  }[view]()
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-gutter py-2 md:h-13">
      <h1 className="mr-2 text-title whitespace-nowrap">{t("title")}</h1>
      <nav aria-label={t("views.label")} className="flex items-center gap-1">
        <IconLink
          icon="chevron-left"
          label={t(`before.${view}`)}
          href={to(stepped(view, date, -1))}
        />
        <ButtonLink href={to(today)}>{t("today")}</ButtonLink>
        <IconLink
          icon="chevron-right"
          label={t(`after.${view}`)}
          href={to(stepped(view, date, 1))}
        />
      </nav>
      <p className="text-ui font-semibold whitespace-nowrap">
        <time>{range}</time>
      </p>
      <p className="text-control whitespace-nowrap text-ink-2 max-lg:hidden">
        <Summary page={page} />
      </p>
      <div className="ml-auto flex items-center gap-2">
        <SegmentedLinks
          label={t("views.label")}
          current={view}
          options={views.map((each) => ({
            value: each,
            label: t(`views.${each}`),
            href: calendarAddress({ view: each, date, whose }),
          }))}
        />
        <ButtonLink href={`/calendar/new?date=${date}`} tone="primary" icon="plus">
          {t("new")}
        </ButtonLink>
      </div>
    </div>
  )
}

/** 第 39 周，4 个工作日; of a month also how many days are off and worked instead. */
async function Summary({ page: { view, date, days, calendar } }: { page: CalendarPage }) {
  const t = await getTranslations("appointments")
  const worked = (among: string[]) => among.filter((day) => isWorkingDay(calendar, day)).length
  if (view === "week") return t("weekOf", { week: weekNumber(date), days: worked(days) })
  if (view !== "month") return null
  const own = days.filter((day) => day.startsWith(date.slice(0, 7)))
  const of = (kind: string) =>
    own.filter((day) => calendar.overrides.get(day)?.kind === kind).length
  return t("monthOf", { days: worked(own), off: of("off"), work: of("work") })
}
