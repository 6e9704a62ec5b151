import { getTranslations } from "next-intl/server"
import { type DayNames, dayNames } from "@/components/appointments/day-names"
import { DayMark } from "@/components/calendar/day-mark"
import { cx } from "@/components/ui/cx"
import { lunarDay } from "@/lib/calendar/lunar"
import type { WorkCalendar } from "@/lib/calendar/work-week"

const lunarLooks = { day: "text-ink-3", term: "text-ink-2", festival: "font-semibold text-done" }

/** What a day is called beside its figure: the holiday, else in Chinese the lunar date. */
function besideOf(day: string, calendar: WorkCalendar, names: DayNames) {
  const special = calendar.overrides.get(day)
  const before = special?.kind === "off" ? calendar.overrides.get(previous(day)) : undefined
  const begins = special?.kind === "off" && before?.name.zh !== special.name.zh
  if (begins)
    return { text: names.chinese ? special.name.zh : special.name.en, is: "festival" } as const
  return names.chinese ? lunarDay(day) : null
}

const previous = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** 22 十二, with 休 or 班 where the day is another than its weekday says. */
export async function DayFigure({
  day,
  text,
  today,
  calendar,
  large = false,
  small = false,
}: {
  day: string
  /** What stands in place of the bare figure: 9月1日. */
  text?: string | undefined
  today: boolean
  calendar: WorkCalendar
  large?: boolean
  /** In a month: on a phone the figure has to be enough. */
  small?: boolean
}) {
  const [t, names] = await Promise.all([getTranslations("appointments"), dayNames()])
  const beside = besideOf(day, calendar, names)
  const special = calendar.overrides.get(day)
  return (
    <span
      className={cx(
        "flex min-w-0 items-center gap-1.5",
        small && "w-full max-md:justify-center max-md:gap-0.5",
      )}
    >
      <time
        dateTime={day}
        aria-current={today ? "date" : undefined}
        className={cx(
          large ? "text-title" : "text-ui",
          today && "rounded-chip bg-ink px-1.5 font-semibold text-surface",
        )}
      >
        {text && <span className={cx(small && "max-md:hidden")}>{text}</span>}
        {(!text || small) && (
          <span className={cx(text && "md:hidden")}>{Number(day.slice(8))}</span>
        )}
      </time>
      {beside && (
        <span className={cx("truncate text-meta", lunarLooks[beside.is], small && "max-md:hidden")}>
          {beside.text}
        </span>
      )}
      {special && (
        <span className={cx(small && "ml-auto max-md:ml-0")}>
          <DayMark kind={special.kind} word={t(special.kind)} />
        </span>
      )}
    </span>
  )
}
