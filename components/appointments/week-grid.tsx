import { getTranslations } from "next-intl/server"
import type { CSSProperties } from "react"
import { busyLabel } from "@/components/appointments/busy-label"
import { DayFigure } from "@/components/appointments/day-figure"
import { dayNames } from "@/components/appointments/day-names"
import { EntryLine } from "@/components/appointments/entry-link"
import { HourColumn } from "@/components/appointments/hour-column"
import { hourHeight } from "@/components/appointments/hour-height"
import { cx } from "@/components/ui/cx"
import { Link } from "@/components/ui/link"
import { type DayPlan, firstShown, planDays } from "@/lib/appointments/day-plan"
import type { CalendarPage } from "@/lib/appointments/page"
import type { BusyTogether } from "@/lib/appointments/together"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { periodsOf } from "@/lib/calendar/work-week"
import { clockIn, minutesOf } from "@/lib/calendar/zones"
import { calendarAddress } from "./calendar-address"

/** px of a day where not all of them fit: a phone begins with today. */
const narrowest = 88

/** A week, or one day of it: whole days and deadlines above, then the hours. */
export async function WeekGrid({ page }: { page: CalendarPage }) {
  const plans = planDays(page.days, page.entries, page.busy, page.calendar.timeZone)
  const begin = firstShown(plans) * hourHeight - 12
  const aside = Math.max(0, page.days.indexOf(page.today)) * narrowest
  const columns: CSSProperties & { "--days": number } = { "--days": plans.length }
  return (
    <div className="relative min-h-0 flex-1 overflow-auto" data-hours="" style={columns}>
      {/* Where it is scrolled to when it is opened: under the head, which stays. */}
      <span className="calendar-begin" style={{ top: begin, left: aside }} />
      <div className="calendar-columns sticky top-0 z-3 bg-surface" data-head="">
        <span className="sticky left-0 z-1 border-b border-line bg-surface" />
        {plans.map(({ day }) => (
          <DayHead key={day} day={day} page={page} />
        ))}
        <AboveRow plans={plans} page={page} />
      </div>
      <div className="calendar-columns relative">
        <Hours page={page} />
        {plans.map((plan) => (
          <HourColumn key={plan.day} plan={plan} page={page} />
        ))}
      </div>
    </div>
  )
}

async function DayHead({ day, page }: { day: string; page: CalendarPage }) {
  const names = await dayNames()
  const { today, whose, calendar } = page
  return (
    <h2 className="min-w-0 border-b border-l border-line">
      <Link
        href={calendarAddress({ view: "day", date: day, whose })}
        className="flex h-14 min-w-0 flex-col justify-center px-2 outline-offset-[-2px]"
      >
        <span className="text-meta text-ink-3">{names.weekday(day)}</span>
        <DayFigure day={day} today={day === today} calendar={calendar} large />
      </Link>
    </h2>
  )
}

async function AboveRow({ plans, page }: { plans: DayPlan[]; page: CalendarPage }) {
  const t = await getTranslations("appointments")
  const { calendar } = page
  const endOf = (day: string) => periodsOf(calendar, day).at(-1)?.[1]
  return (
    <>
      <span className="sticky left-0 z-1 border-b border-line bg-surface px-2 py-2 text-right text-meta text-ink-3">
        {t("allDay")}
      </span>
      {plans.map(({ day, above }) => (
        <div
          key={day}
          data-column={day}
          data-above=""
          className={cx(
            "min-h-9 min-w-0 space-y-0.5 border-b border-l border-line px-1 py-1.5",
            !isWorkingDay(calendar, day) && "bg-paper",
          )}
        >
          {above.map(({ entry, busy }) =>
            entry ? (
              <EntryLine
                key={`${entry.kind} ${entry.id} ${entry.day}`}
                entry={entry}
                {...(clockIn(calendar.timeZone, entry.start) !== endOf(day) && { time: "after" })}
              />
            ) : (
              busy && <BusyLine key={`${busy.personIds} ${+busy.start}`} busy={busy} page={page} />
            ),
          )}
        </div>
      ))}
    </>
  )
}

async function BusyLine({ busy, page }: { busy: BusyTogether; page: CalendarPage }) {
  const { text, title } = await busyLabel(busy, page)
  return (
    <p
      title={title}
      className="calendar-hatched truncate rounded-label border border-line px-1 text-meta leading-5 text-ink-2"
    >
      {text}
    </p>
  )
}

/** The clock at the left, and where now is. */
async function Hours({ page: { now, today, days, calendar } }: { page: CalendarPage }) {
  const t = await getTranslations("appointments")
  const minutes = minutesOf(clockIn(calendar.timeZone, now))
  const lunch = days.map((day) => periodsOf(calendar, day)).find((periods) => periods.length > 1)
  return (
    <div
      className="sticky left-0 z-2 bg-surface text-right text-meta text-ink-3"
      style={{ height: 24 * hourHeight }}
    >
      {Array.from({ length: 23 }, (_, nth) => nth + 1).map((hour) => (
        <span
          key={hour}
          className="absolute right-2 -mt-2 leading-4"
          style={{ top: hour * hourHeight }}
        >
          {hour}:00
        </span>
      ))}
      {lunch?.[0] && (
        <span
          className="absolute right-2 -mt-2 leading-4"
          style={{ top: (minutesOf(lunch[0][1]) / 60) * hourHeight + 28 }}
        >
          {t("lunch")}
        </span>
      )}
      {days.includes(today) && (
        <span
          className="absolute right-1 z-2 -mt-2 rounded-chip bg-cinnabar px-1.5 leading-4 font-semibold text-on-cinnabar"
          style={{ top: (minutes / 60) * hourHeight }}
        >
          <span className="sr-only">{t("now")} </span>
          {clockIn(calendar.timeZone, now)}
        </span>
      )}
    </div>
  )
}
