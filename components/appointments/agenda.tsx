import { getTranslations } from "next-intl/server"
import { DayFigure } from "@/components/appointments/day-figure"
import { dayNames } from "@/components/appointments/day-names"
import { EntryLine } from "@/components/appointments/entry-link"
import { Empty } from "@/components/ui/empty"
import { planDays } from "@/lib/appointments/day-plan"
import type { ShownEntry } from "@/lib/appointments/entries"
import type { CalendarPage } from "@/lib/appointments/page"
import { when } from "@/lib/calendar/when"

/** On a phone a long title stands on several lines. */
const line =
  "min-h-8 flex-1 text-ui max-md:min-h-11 max-md:[&>.truncate]:py-2 max-md:[&>.truncate]:whitespace-normal"

/** Day after day as a list, only those that hold something; today always stands there. */
export async function Agenda({ page, days = page.days }: { page: CalendarPage; days?: string[] }) {
  const [t, names] = await Promise.all([getTranslations("appointments"), dayNames()])
  const plans = planDays(days, page.entries, [], page.calendar.timeZone)
    .map(({ day, above, blocks }) => ({
      day,
      all: [...above, ...blocks].flatMap(({ entry }) => (entry ? [entry] : [])).toSorted(inTurn),
    }))
    .filter(({ all }) => all.length > 0)
  if (plans.length === 0) return <Empty title={t("empty")}>{t("emptyHint")}</Empty>
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-gutter pb-8">
      {plans.map(({ day, all }) => (
        <section
          key={day}
          aria-label={names.full(day)}
          className="flex gap-4 border-b border-line-soft py-3 max-md:flex-col max-md:gap-1"
        >
          <h2 className="flex w-44 shrink-0 items-baseline gap-2">
            <DayFigure
              day={day}
              text={names.date(day)}
              today={day === page.today}
              calendar={page.calendar}
            />
            <span className="text-meta text-ink-3">{names.weekday(day)}</span>
          </h2>
          <ul className="min-w-0 flex-1">
            {all.map((entry) => (
              <li
                key={`${entry.kind} ${entry.id} ${entry.day}`}
                className="flex min-h-8 items-center gap-3 max-md:min-h-11"
              >
                <Times entry={entry} />
                <EntryLine entry={entry} className={line} />
                {entry.place && (
                  <span className="truncate text-meta text-ink-3">{entry.place}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

async function Times({ entry }: { entry: ShownEntry }) {
  const [t, { clock }] = await Promise.all([getTranslations("appointments"), when()])
  return (
    <time className="w-24 shrink-0 text-control max-md:w-20 text-ink-2">
      {entry.allDay
        ? t("allDay")
        : entry.end
          ? `${clock(entry.start)}–${clock(entry.end)}`
          : clock(entry.start)}
    </time>
  )
}

/** What takes the whole day stands first. */
const inTurn = (a: ShownEntry, b: ShownEntry) =>
  Number(b.allDay ?? false) - Number(a.allDay ?? false) || +a.start - +b.start
