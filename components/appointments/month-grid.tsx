import { getTranslations } from "next-intl/server"
import { DayFigure } from "@/components/appointments/day-figure"
import { dayNames } from "@/components/appointments/day-names"
import { EntryLine } from "@/components/appointments/entry-link"
import { cx } from "@/components/ui/cx"
import { Link } from "@/components/ui/link"
import { type DayPlan, planDays } from "@/lib/appointments/day-plan"
import type { ShownEntry } from "@/lib/appointments/entries"
import type { CalendarPage } from "@/lib/appointments/page"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { calendarAddress } from "./calendar-address"

const most = 4

/** Weeks of equal height; what a day has no room for is one step away. */
export async function MonthGrid({ page }: { page: CalendarPage }) {
  const names = await dayNames()
  const plans = planDays(page.days, page.entries, [], page.calendar.timeZone)
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="grid shrink-0 grid-cols-7 border-b border-line text-meta text-ink-3 max-md:text-center">
        {page.days.slice(0, 7).map((day) => (
          <span key={day} className="border-l border-line px-2 py-1.5 first:border-l-0">
            {names.weekday(day)}
          </span>
        ))}
      </div>
      <div className="grid flex-1 auto-rows-fr grid-cols-7">
        {plans.map((plan) => (
          <MonthDay key={plan.day} plan={plan} page={page} />
        ))}
      </div>
    </div>
  )
}

async function MonthDay({ plan, page }: { plan: DayPlan; page: CalendarPage }) {
  const [t, names] = await Promise.all([getTranslations("appointments"), dayNames()])
  const { day, above, blocks } = plan
  const { calendar, today, whose, date, now } = page
  const all = [...above, ...blocks].flatMap(({ entry }) => (entry ? [entry] : []))
  const shown = Math.min(all.length, most)
  const elsewhere = day.slice(0, 7) !== date.slice(0, 7)
  const open = calendarAddress({ view: "day", date: day, whose })
  return (
    <section
      aria-label={names.full(day)}
      data-column={day}
      data-above=""
      className={cx(
        "min-h-28 min-w-0 border-b border-l border-line p-1.5 max-md:min-h-16 [&:nth-child(7n+1)]:border-l-0",
        !isWorkingDay(calendar, day) && "bg-paper",
      )}
    >
      <h2>
        <Link
          href={open}
          className={cx("flex h-6 px-1", elsewhere && day !== today && "text-ink-3")}
        >
          <DayFigure
            day={day}
            text={day.endsWith("-01") ? names.date(day) : undefined}
            today={day === today}
            calendar={calendar}
            small
          />
        </Link>
      </h2>
      <div className="mt-0.5 max-md:hidden">
        {all.slice(0, shown).map((entry) => (
          <EntryLine
            key={`${entry.kind} ${entry.id} ${entry.day}`}
            entry={entry}
            className={isPast(entry, now) ? "text-ink-3" : ""}
            {...(entry.look === "appointment" && { time: "before" })}
          />
        ))}
        {all.length > shown && (
          <Link href={open} className="block px-1 text-meta text-ink-3 hover:text-ink">
            {t("more", { count: all.length - shown })}
          </Link>
        )}
      </div>
      {all.length > 0 && (
        <p className="px-1 text-meta text-ink-2 md:hidden" aria-hidden>
          {all.length}
        </p>
      )}
    </section>
  )
}

const isPast = ({ end, start, mark }: ShownEntry, now: Date) =>
  mark === undefined && (end ?? start) < now
