import { getTranslations } from "next-intl/server"
import { EntryBlock } from "@/components/appointments/entry-link"
import { hourHeight } from "@/components/appointments/hour-height"
import type { Block, DayPlan } from "@/lib/appointments/day-plan"
import type { CalendarPage } from "@/lib/appointments/page"
import { periodsOf } from "@/lib/calendar/work-week"
import { clockIn, minutesOf } from "@/lib/calendar/zones"

interface Hours {
  first: number
  last: number
}

const topOf = (minutes: number, { first }: Hours) => (minutes / 60 - first) * hourHeight

/** Hours outside work are paper; what happens lies over them, side by side where it coincides. */
export function HourColumn({
  plan,
  hours,
  page,
}: {
  plan: DayPlan
  hours: Hours
  page: CalendarPage
}) {
  const { calendar, now, today } = page
  const lines = Array.from({ length: hours.last - hours.first - 1 }, (_, nth) => nth + 1)
  const minutes = minutesOf(clockIn(calendar.timeZone, now))
  const inside = minutes >= hours.first * 60 && minutes <= hours.last * 60
  return (
    <div
      data-column={plan.day}
      className="relative min-w-0 border-l border-line bg-paper"
      style={{ height: (hours.last - hours.first) * hourHeight }}
    >
      {periodsOf(calendar, plan.day).map(([from, until]) => (
        <span
          key={from}
          className="absolute inset-x-0 bg-surface"
          style={{
            top: topOf(minutesOf(from), hours),
            height: ((minutesOf(until) - minutesOf(from)) / 60) * hourHeight,
          }}
        />
      ))}
      {lines.map((line) => (
        <span
          key={line}
          className="absolute inset-x-0 h-px bg-line-soft"
          style={{ top: line * hourHeight }}
        />
      ))}
      {plan.blocks.map((block) => (
        <Placed key={keyOf(block)} block={block} hours={hours} page={page} />
      ))}
      {plan.day === today && inside && (
        <span
          className="calendar-now absolute inset-x-0 z-2 h-[1.5px] bg-cinnabar"
          style={{ top: topOf(minutes, hours) }}
        />
      )}
    </div>
  )
}

const keyOf = ({ entry, busy, from }: Block) =>
  entry ? `${entry.kind} ${entry.id} ${entry.day} ${from}` : `${busy?.personId} ${from}`

async function Placed({
  block: { entry, busy, from, until, lane, lanes },
  hours,
  page,
}: {
  block: Block
  hours: Hours
  page: CalendarPage
}) {
  const t = await getTranslations("appointments")
  const height = ((until - from) / 60) * hourHeight - 2
  const style = {
    ...{ top: topOf(from, hours) + 1, height },
    left: `calc(${(lane / lanes) * 100}% + 3px)`,
    width: `calc(${100 / lanes}% - 6px)`,
  }
  if (entry)
    return (
      <EntryBlock
        entry={entry}
        past={(entry.end ?? entry.start) < page.now}
        short={height < 28}
        style={style}
      />
    )
  const name = page.colleagues.find(({ id }) => id === busy?.personId)?.name ?? ""
  return (
    <p className="calendar-busy calendar-hatched" style={style}>
      <span className="bg-surface px-0.5">{t(busy?.away ? "away" : "busy", { name })}</span>
    </p>
  )
}
