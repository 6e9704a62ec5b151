import { getLocale, getTranslations } from "next-intl/server"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { bounds } from "@/lib/calendar/bounds"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { periodsOf } from "@/lib/calendar/work-week"
import { addDays, dayIn, instantOf, minutesOf, weekdayOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { deadlinesBetween } from "@/lib/tasks/deadlines"

const hourHeight = 50

/** The week and today's hours, with what is due in them; the line is now. */
export async function DayRail({ actor }: { actor: PersonActor }) {
  const [t, times, calendar, { startOfToday }] = await Promise.all([
    getTranslations("home"),
    when(),
    companyCalendar(),
    bounds(),
  ])
  const today = dayIn(calendar.timeZone, times.now)
  const monday = addDays(today, 1 - weekdayOf(today))
  const week = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  const from = instantOf(calendar.timeZone, monday, "00:00")
  const until = instantOf(calendar.timeZone, addDays(monday, 8), "00:00")
  const due = await deadlinesBetween(actor, from, until)
  const dayOf = (at: Date | null) => (at ? dayIn(calendar.timeZone, at) : "")
  const tomorrow = due.filter((task) => dayOf(task.dueAt) === addDays(today, 1))
  return (
    <aside
      aria-label={t("week")}
      className="w-88 shrink-0 border-l border-line px-5 pt-5 pb-6 max-lg:hidden lg:overflow-y-auto"
    >
      <WeekStrip
        days={week}
        today={today}
        marked={new Set(due.map((task) => dayOf(task.dueAt)))}
        working={(day) => isWorkingDay(calendar, day)}
      />
      <Hours
        start={startOfToday}
        now={times.now}
        clock={times.clock}
        lunch={lunchOf(periodsOf(calendar, today))}
        due={due.filter((task) => dayOf(task.dueAt) === today)}
      />
      <h2 className="mt-4 mb-1 border-t border-line pt-3 text-control font-semibold">
        {t("tomorrow")}
      </h2>
      {tomorrow.length === 0 && <p className="text-control text-ink-3">{t("nothingTomorrow")}</p>}
      {tomorrow.map((task) => (
        <Link key={task.id} href={`/tasks/${task.id}`} className="flex gap-3 py-1 text-control">
          <time className="w-10 text-ink-2">{task.dueAt && times.clock(task.dueAt)}</time>
          <span className="min-w-0 truncate">{task.name}</span>
        </Link>
      ))}
    </aside>
  )
}

async function WeekStrip({
  days,
  today,
  marked,
  working,
}: {
  days: string[]
  today: string
  marked: ReadonlySet<string>
  working: (day: string) => boolean
}) {
  const locale = await getLocale()
  const names =
    locale === "zh"
      ? ["一", "二", "三", "四", "五", "六", "日"]
      : ["M", "T", "W", "T", "F", "S", "S"]
  return (
    <ol className="mb-4 grid grid-cols-7 text-center">
      {days.map((day, at) => (
        <li
          key={day}
          className={working(day) ? "" : "text-ink-3"}
          aria-current={day === today ? "date" : undefined}
        >
          <span className="block text-meta text-ink-3">{names[at]}</span>
          <span
            className={`mx-auto mt-1 grid size-7 place-items-center rounded-full text-control ${day === today ? "bg-ink font-semibold text-surface" : ""}`}
          >
            {Number(day.slice(8))}
          </span>
          <span
            className={`mx-auto mt-1 block size-1 rounded-full ${marked.has(day) ? "bg-ink-3" : ""}`}
          />
        </li>
      ))}
    </ol>
  )
}

const first = 9
const last = 19
const hours = Array.from({ length: last - first + 1 }, (_, at) => first + at)

const lunchOf = (periods: readonly (readonly [string, string])[]) =>
  periods.length > 1 ? (periods[0]?.[1] ?? null) : null

async function Hours({
  start,
  now,
  clock,
  lunch,
  due,
}: {
  start: Date
  now: Date
  clock: (at: Date) => string
  lunch: string | null
  due: { id: number; name: string; dueAt: Date | null }[]
}) {
  const t = await getTranslations("home")
  const topOf = (at: Date) => ((at.getTime() - start.getTime()) / 3_600_000 - first) * hourHeight
  const inside = (at: Date) => topOf(at) >= 0 && topOf(at) <= (last - first) * hourHeight
  return (
    <div className="relative" style={{ height: (last - first) * hourHeight + 20 }}>
      {hours.map((hour) => (
        <div
          key={hour}
          className="absolute inset-x-0 flex items-start gap-2"
          style={{ top: (hour - first) * hourHeight }}
        >
          <span className="w-9 text-meta text-ink-3">{hour}:00</span>
          <span className="mt-2 h-px flex-1 bg-line-soft" />
        </div>
      ))}
      {lunch && <LunchMark top={(minutesOf(lunch) / 60 - first) * hourHeight} />}
      {due
        .filter((task) => task.dueAt && inside(task.dueAt))
        .map((task) => (
          <Link
            key={task.id}
            href={`/tasks/${task.id}`}
            className="absolute right-0 left-12 flex items-center gap-1.5 truncate bg-surface text-meta hover:underline"
            style={{ top: topOf(task.dueAt ?? now) + 10 }}
          >
            <Icon name="flag" size={12} className="text-cinnabar-ink" />
            <span className="truncate">
              {task.dueAt && clock(task.dueAt)} {t("deadline", { name: task.name })}
            </span>
          </Link>
        ))}
      {inside(now) && (
        <div className="absolute inset-x-0 flex items-center" style={{ top: topOf(now) }}>
          <span className="rounded-chip bg-cinnabar px-1 text-key font-semibold text-on-cinnabar">
            <span className="sr-only">{t("now")} </span>
            {clock(now)}
          </span>
          <span className="h-[1.5px] flex-1 bg-cinnabar" />
        </div>
      )}
    </div>
  )
}

async function LunchMark({ top }: { top: number }) {
  const t = await getTranslations("home")
  return (
    <span
      className="absolute left-12 bg-surface pr-2 text-meta text-ink-3"
      style={{ top: top + 10 }}
    >
      {t("lunch")}
    </span>
  )
}
