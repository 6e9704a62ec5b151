import { getLocale, getTranslations } from "next-intl/server"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import { instantOf } from "@/lib/calendar/zones"

const names = {
  zh: ["一", "二", "三", "四", "五", "六", "日"],
  en: ["M", "T", "W", "T", "F", "S", "S"],
}

/** The days of this week, each a way to its page of the calendar. */
export async function WeekStrip({
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
  const [t, locale, times] = await Promise.all([getTranslations("home"), getLocale(), when()])
  const nameOf = (day: string) => {
    const noon = instantOf(times.timeZone, day, "12:00")
    const named = { day: times.date(noon), weekday: times.weekday(noon) }
    return t(marked.has(day) ? "dayBusy" : "day", named)
  }
  return (
    <ol className="mb-4 grid grid-cols-7 text-center">
      {days.map((day, at) => (
        <li key={day} className={working(day) ? "" : "text-ink-3"}>
          <span aria-hidden className="block text-meta text-ink-3">
            {names[locale === "zh" ? "zh" : "en"][at]}
          </span>
          <Link
            href={`/calendar?view=day&date=${day}`}
            aria-label={nameOf(day)}
            aria-current={day === today ? "date" : undefined}
            className={`mx-auto mt-1 grid size-7 place-items-center rounded-full text-control ${day === today ? "bg-ink font-semibold text-surface" : "hover:bg-hover"}`}
          >
            {Number(day.slice(8))}
          </Link>
          <span
            className={`mx-auto mt-1 block size-1 rounded-full ${marked.has(day) ? "bg-ink-3" : ""}`}
          />
        </li>
      ))}
    </ol>
  )
}
