import { getTranslations } from "next-intl/server"
import { DayHours } from "@/components/home/day-hours"
import { WeekStrip } from "@/components/home/week-strip"
import { Link } from "@/components/ui/link"
import type { ShownEntry } from "@/lib/appointments/entries"
import { when } from "@/lib/calendar/when"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { periodsOf, type WorkCalendar } from "@/lib/calendar/work-week"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"

/** How many of tomorrow's matters are named here. */
const named = 4

/** The week and today's hours, with what lies in them; the line is now. */
export async function DayRail({
  calendar,
  days,
  today,
  entries,
}: {
  calendar: WorkCalendar
  /** The week's days from Monday. */
  days: string[]
  today: string
  entries: ShownEntry[]
}) {
  const [t, times] = await Promise.all([getTranslations("home"), when()])
  const dayOf = (at: Date) => dayIn(calendar.timeZone, at)
  const next = addDays(today, 1)
  const tomorrow = entries.filter(({ start }) => dayOf(start) === next)
  return (
    <aside
      aria-label={t("week")}
      className="w-88 shrink-0 border-l border-line px-5 pt-5 pb-4 max-lg:hidden lg:overflow-y-auto"
    >
      <WeekStrip
        days={days}
        today={today}
        marked={new Set(entries.map(({ start }) => dayOf(start)))}
        working={(day) => isWorkingDay(calendar, day)}
      />
      <DayHours
        today={today}
        timeZone={calendar.timeZone}
        periods={periodsOf(calendar, today)}
        entries={entries}
      />
      <h2 className="mt-4 mb-1 border-t border-line pt-3 text-control font-semibold">
        {t("tomorrow")}
        <span className="ml-2 font-normal text-ink-2">
          {times.weekday(instantOf(calendar.timeZone, next, "12:00"))}
        </span>
      </h2>
      {tomorrow.length === 0 && <p className="text-control text-ink-3">{t("nothingTomorrow")}</p>}
      {tomorrow.slice(0, named).map((entry) => (
        <Link
          key={`${entry.kind}-${entry.id}-${entry.day ?? ""}`}
          href={entry.href}
          className="flex gap-3 py-1 text-control hover:underline"
        >
          <span className="w-10 shrink-0 text-ink-2">
            {entry.allDay ? t("allDay") : times.clock(entry.start)}
          </span>
          <span className="min-w-0 truncate">{entry.title}</span>
        </Link>
      ))}
      {tomorrow.length > named && (
        <Link
          href={`/calendar?view=day&date=${next}`}
          className="block py-1 text-control text-ink-2 hover:text-ink hover:underline"
        >
          {t("more", { count: tomorrow.length - named })}
        </Link>
      )}
    </aside>
  )
}
