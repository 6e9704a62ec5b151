import { getTranslations } from "next-intl/server"
import { dayNames } from "@/components/appointments/day-names"
import { DayMark } from "@/components/calendar/day-mark"
import type { CalendarPage } from "@/lib/appointments/page"
import type { DayOverride } from "@/lib/calendar/work-week"
import { addDays } from "@/lib/calendar/zones"

interface Stretch {
  from: string
  until: string
  kind: DayOverride["kind"]
  name: DayOverride["name"]
}

const ahead = 62
const most = 4

/** Days off and make-up days around what is shown, those that belong together as one. */
function stretchesFrom(page: CalendarPage): Stretch[] {
  const first = addDays(page.days[0] ?? page.date, -7)
  const found: Stretch[] = []
  for (let nth = 0; nth < ahead; nth += 1) {
    const day = addDays(first, nth)
    const special = page.calendar.overrides.get(day)
    if (!special) continue
    const last = found.at(-1)
    const goesOn =
      last?.kind === special.kind &&
      last.name.zh === special.name.zh &&
      addDays(last.until, 1) === day
    if (last && goesOn) last.until = day
    else found.push({ from: day, until: day, kind: special.kind, name: special.name })
  }
  return found.slice(0, most)
}

/** The work calendar in words: what is different soon. */
export async function WorkDays({ page }: { page: CalendarPage }) {
  const [t, names] = await Promise.all([getTranslations("appointments"), dayNames()])
  const stretches = stretchesFrom(page)
  if (stretches.length === 0) return null
  return (
    <section>
      <h2 className="mb-1 text-meta text-ink-3">{t("workCalendar")}</h2>
      <ul className="space-y-1.5 text-meta">
        {stretches.map(({ from, until, kind, name }) => (
          <li key={from} className="flex items-center gap-2">
            <DayMark kind={kind} word={t(kind)} />
            <span className="min-w-0 truncate text-ink-2">
              <time>{from === until ? names.date(from) : names.range(from, until)}</time>{" "}
              {kind === "work" ? names.weekday(from) : names.chinese ? name.zh : name.en}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
