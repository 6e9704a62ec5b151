import { getTranslations } from "next-intl/server"
import { calendarAddress } from "@/components/appointments/calendar-address"
import { dayNames } from "@/components/appointments/day-names"
import { cx } from "@/components/ui/cx"
import { IconLink } from "@/components/ui/icon-button"
import { Link } from "@/components/ui/link"
import type { CalendarPage } from "@/lib/appointments/page"
import { monthDays, monthFrom } from "@/lib/appointments/shown-days"
import { isWorkingDay } from "@/lib/calendar/work-time"

/** The month around, each day a link; what is shown beside it has a ground. */
export async function MiniMonth({ page }: { page: CalendarPage }) {
  const [t, names] = await Promise.all([getTranslations("appointments"), dayNames()])
  const { date, view, whose } = page
  const days = monthDays(date)
  const to = (day: string) =>
    calendarAddress({ view: page.usual ? undefined : view, date: day, whose })
  return (
    <nav aria-label={names.month(date)}>
      <div className="mb-1 flex items-center">
        <h2 className="flex-1 text-control font-semibold">
          <time>{names.month(date)}</time>
        </h2>
        <IconLink
          icon="chevron-left"
          label={t("before.month")}
          href={to(monthFrom(date, -1))}
          className="size-6 max-md:size-11"
        />
        <IconLink
          icon="chevron-right"
          label={t("after.month")}
          href={to(monthFrom(date, 1))}
          className="size-6 max-md:size-11"
        />
      </div>
      <ol className="grid grid-cols-7 text-center text-meta">
        {days.slice(0, 7).map((day) => (
          <li key={day} aria-hidden className="leading-6 text-ink-3">
            {names.narrow(day)}
          </li>
        ))}
        {days.map((day) => (
          <li key={day}>
            <Link
              href={to(day)}
              aria-label={names.full(day)}
              aria-current={day === page.today ? "date" : undefined}
              className={cx("block leading-6 max-md:leading-10", lookOf(day, page))}
            >
              {Number(day.slice(8))}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function lookOf(day: string, { date, today, days, view, calendar }: CalendarPage): string {
  if (day === today) return "rounded-chip bg-ink font-semibold text-surface"
  const special = calendar.overrides.get(day)?.kind
  if (special === "off") return "bg-done-wash font-semibold text-done"
  if (special === "work") return "bg-support-wash font-semibold text-support"
  const shown = view !== "month" && days.includes(day) ? "bg-sunken " : ""
  const elsewhere = day.slice(0, 7) !== date.slice(0, 7) || !isWorkingDay(calendar, day)
  return `${shown}${elsewhere ? "text-ink-3" : "text-ink"} hover:bg-hover`
}
