import { getTranslations } from "next-intl/server"
import { MonthDay } from "@/components/tasks/month-day"
import { addressOf } from "@/components/tasks/task-address"
import { IconLink } from "@/components/ui/icon-button"
import { Link } from "@/components/ui/link"
import { Still } from "@/components/ui/still"
import { bounds } from "@/lib/calendar/bounds"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { weekdays } from "@/lib/calendar/work-week"
import { addDays, dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { plain } from "@/lib/tasks/listed"
import { dueOn, monthDays } from "@/lib/tasks/month"

/** 日历: a month of due times, of the same tasks as the list. */
export async function Month({ actor, filter }: { actor: PersonActor; filter: TaskFilter }) {
  const [t, names, calendar, limits, times] = await Promise.all([
    getTranslations("tasks.month"),
    getTranslations("calendar.recurrence.weekday"),
    companyCalendar(),
    bounds(),
    when(),
  ])
  const today = dayIn(calendar.timeZone, limits.now)
  const month = (filter.from ?? today).slice(0, 7)
  const days = monthDays(month)
  const tasks = await dueOn(actor, plain(filter), days, limits)
  const byDay = Map.groupBy(tasks, ({ dueAt }) => (dueAt ? dayIn(calendar.timeZone, dueAt) : ""))
  return (
    <Still className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line">
      <MonthTools filter={filter} month={month} name={times.month(new Date(`${month}-15`))} />
      {tasks.length === 0 && <p className="px-gutter pb-2 text-control text-ink-2">{t("none")}</p>}
      <table className="h-full w-full flex-1 table-fixed border-collapse max-md:block">
        <caption className="sr-only">{t("label")}</caption>
        <thead className="max-md:sr-only">
          <tr>
            {weekdays.map((day) => (
              <th
                key={day}
                scope="col"
                className="h-7 border-y border-line px-2 text-left text-meta font-normal text-ink-3"
              >
                {names(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {weeksOf(days).map((week) => (
            <tr key={week[0]} className="max-md:block">
              {week.map((day) => (
                <MonthDay
                  key={day}
                  day={day}
                  today={day === today}
                  outside={!day.startsWith(month)}
                  working={isWorkingDay(calendar, day)}
                  tasks={byDay.get(day) ?? []}
                  list={addressOf({ ...filter, as: "list", from: undefined, due: day })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Still>
  )
}

const weeksOf = (days: readonly string[]): string[][] =>
  Array.from({ length: days.length / 7 }, (_, nth) => days.slice(nth * 7, nth * 7 + 7))

async function MonthTools({
  filter,
  month,
  name,
}: {
  filter: TaskFilter
  month: string
  name: string
}) {
  const t = await getTranslations("tasks.month")
  const to = (day: string | undefined) => addressOf({ ...filter, from: day })
  const first = `${month}-01`
  return (
    <nav aria-label={t("label")} className="flex items-center gap-1 px-gutter py-2 text-control">
      <h2 className="one-word mr-3 text-panel">{name}</h2>
      <IconLink
        icon="chevron-left"
        label={t("before")}
        href={to(`${addDays(first, -1).slice(0, 7)}-01`)}
      />
      <Link href={to(undefined)} className="px-1 hover:text-ink">
        {t("today")}
      </Link>
      <IconLink
        icon="chevron-right"
        label={t("after")}
        href={to(`${addDays(first, 31).slice(0, 7)}-01`)}
      />
    </nav>
  )
}
