import { getTranslations } from "next-intl/server"
import { Agenda } from "@/components/appointments/agenda"
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

/** Entries that a day has room for, in a month of five weeks and of six. */
const room = (weeks: number) => (weeks > 5 ? 3 : 4)

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
      <div className="grid auto-rows-fr grid-cols-7 md:flex-1">
        {plans.map((plan) => (
          <MonthDay key={plan.day} plan={plan} page={page} />
        ))}
      </div>
      <div className="border-t border-line md:hidden">
        <Agenda page={page} days={[page.date]} />
      </div>
    </div>
  )
}

async function MonthDay({ plan, page }: { plan: DayPlan; page: CalendarPage }) {
  const [t, names] = await Promise.all([getTranslations("appointments"), dayNames()])
  const { day, above, blocks } = plan
  const { calendar, today, whose, date, now } = page
  const all = [...above, ...blocks].flatMap(({ entry }) => (entry ? [entry] : []))
  const shown = Math.min(all.length, room(page.days.length / 7))
  const elsewhere = day.slice(0, 7) !== date.slice(0, 7)
  const open = calendarAddress({ view: "day", date: day, whose })
  const figure = {
    ...{ day, calendar, today: day === today },
    text: day.endsWith("-01") ? names.date(day) : undefined,
  }
  return (
    <section
      aria-label={names.full(day)}
      data-column={day}
      data-above=""
      className={cx(
        "min-h-28 min-w-0 border-b border-l border-line p-1.5 max-md:min-h-13 max-md:p-0 [&:nth-child(7n+1)]:border-l-0",
        !isWorkingDay(calendar, day) && "bg-paper",
        day === date && "max-md:bg-selected",
      )}
    >
      <h2 className="max-md:hidden">
        <Link
          href={open}
          className={cx("flex h-6 px-1", elsewhere && day !== today && "text-ink-3")}
        >
          <DayFigure {...figure} small />
        </Link>
      </h2>
      <Link
        href={calendarAddress({ view: "month", date: day, whose })}
        aria-current={day === date ? "true" : undefined}
        className={cx(
          "flex h-full flex-col items-center gap-1.5 pt-1.5 outline-offset-[-2px] md:hidden",
          elsewhere && day !== today && "text-ink-3",
        )}
      >
        <DayFigure {...figure} small />
        <span className="sr-only">
          {t("entriesOn", { day: names.full(day), count: all.length })}
        </span>
        <Dots entries={all} />
      </Link>
      <div className="mt-0.5 max-md:hidden">
        {all.slice(0, shown).map((entry) => (
          <EntryLine
            key={`${entry.kind} ${entry.id} ${entry.day}`}
            entry={entry}
            className={cx(
              entry.look === "appointment" && "ml-1",
              isPast(entry, now) && "text-ink-3",
            )}
            {...(entry.look === "appointment" && { time: "before" })}
          />
        ))}
        {all.length > shown && (
          <Link href={open} className="block px-1 text-meta text-ink-3 hover:text-ink">
            {t("more", { count: all.length - shown })}
          </Link>
        )}
      </div>
    </section>
  )
}

const dots = 3

/** On a phone a day says that it holds something; pressing it lists what. */
function Dots({ entries }: { entries: readonly ShownEntry[] }) {
  return (
    <span aria-hidden className="flex h-1.5 gap-1">
      {entries.slice(0, dots).map((entry) => (
        <span
          key={`${entry.kind} ${entry.id} ${entry.day}`}
          className={cx("size-1.5 rounded-full", dotColour(entry))}
        />
      ))}
    </span>
  )
}

function dotColour({ mark, look }: ShownEntry): string {
  if (mark === "done" || look === "away") return "bg-line-field"
  return mark === "overdue" ? "bg-cinnabar" : "bg-accent"
}

const isPast = ({ end, start, mark }: ShownEntry, now: Date) =>
  mark === undefined && (end ?? start) < now
