import { getTranslations } from "next-intl/server"
import { calendarAddress } from "@/components/appointments/calendar-address"
import { dayNames } from "@/components/appointments/day-names"
import { optionsId } from "@/components/appointments/side-column"
import { ButtonLink } from "@/components/ui/button"
import { cx } from "@/components/ui/cx"
import { IconButton, IconLink } from "@/components/ui/icon-button"
import { SegmentedLinks } from "@/components/ui/segmented"
import { views } from "@/lib/appointments/calendar-inputs"
import type { CalendarPage } from "@/lib/appointments/page"
import { phoneDays, stepped, weekNumber } from "@/lib/appointments/shown-days"
import { isWorkingDay } from "@/lib/calendar/work-time"

export async function CalendarHead({ page }: { page: CalendarPage }) {
  const { view, date, today, whose, home } = page
  const t = await getTranslations("appointments")
  const to = (day: string) =>
    calendarAddress({ view: page.usual ? undefined : view, date: day, whose })
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-gutter py-2 md:h-13">
      <h1 className={cx("mr-2 truncate text-title", home ? "max-md:w-full" : "max-md:sr-only")}>
        {home ? t("of", { name: home }) : t("title")}
      </h1>
      <nav aria-label={t("steps")} className="flex items-center gap-1">
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
      <p className="shrink-0 truncate text-ui font-semibold max-md:flex-1">
        <Range page={page} />
      </p>
      <p className="text-control whitespace-nowrap text-ink-2 max-lg:hidden">
        <Summary page={page} />
      </p>
      <div className="ml-auto flex items-center gap-2 max-md:w-full">
        <IconButton
          icon="sliders-horizontal"
          label={t("options")}
          popoverTarget={optionsId}
          className="border border-line md:hidden"
        />
        <Views page={page} />
        <ButtonLink
          href={`/calendar/new?date=${date}`}
          tone="primary"
          icon="plus"
          className="max-md:ml-auto"
        >
          <span className="max-md:hidden">{t("new")}</span>
          <span className="md:hidden">{t("newShort")}</span>
        </ButtonLink>
      </div>
    </div>
  )
}

/** What is shown, in words: of the calendar as it opens, a phone shows the days to come. */
async function Range({ page: { view, usual, date, days } }: { page: CalendarPage }) {
  const names = await dayNames()
  const of = (shown: readonly string[]) =>
    names.range(shown[0] ?? date, shown.at(-1) ?? shown[0] ?? date)
  const range = {
    day: () => names.full(date),
    week: () => of(days),
    agenda: () => of(days),
    month: () => names.month(date),
  }[view]()
  if (!usual) return <time>{range}</time>
  return (
    <>
      <time className="max-md:hidden">{range}</time>
      <time className="md:hidden">{of(phoneDays(date))}</time>
    </>
  )
}

/** The views, with the one that is shown: where the address names none, a phone shows the list. */
async function Views({ page: { view, usual, date, whose } }: { page: CalendarPage }) {
  const t = await getTranslations("appointments")
  const options = views.map((each) => ({
    value: each,
    label: t(`views.${each}`),
    href: calendarAddress({ view: each, date, whose }),
  }))
  const links = (current: string) => (
    <SegmentedLinks label={t("views.label")} current={current} options={options} />
  )
  if (!usual) return links(view)
  return (
    <>
      <span className="max-md:hidden">{links(view)}</span>
      <span className="md:hidden">{links("agenda")}</span>
    </>
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
