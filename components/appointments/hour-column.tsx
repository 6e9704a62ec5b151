import { busyLabel } from "@/components/appointments/busy-label"
import { EntryBlock } from "@/components/appointments/entry-link"
import { hourHeight } from "@/components/appointments/hour-height"
import type { Block, DayPlan } from "@/lib/appointments/day-plan"
import type { CalendarPage } from "@/lib/appointments/page"
import { periodsOf } from "@/lib/calendar/work-week"
import { clockIn, minutesOf } from "@/lib/calendar/zones"

const topOf = (minutes: number) => (minutes / 60) * hourHeight
const lines = Array.from({ length: 23 }, (_, nth) => nth + 1)

/** Hours outside work are paper; what happens lies over them, side by side where it coincides. */
export function HourColumn({ plan, page }: { plan: DayPlan; page: CalendarPage }) {
  const { calendar, now, today } = page
  const minutes = minutesOf(clockIn(calendar.timeZone, now))
  return (
    <div
      data-column={plan.day}
      className="relative min-w-0 border-l border-line bg-paper"
      style={{ height: 24 * hourHeight }}
    >
      {periodsOf(calendar, plan.day).map(([from, until]) => (
        <span
          key={from}
          className="absolute inset-x-0 bg-surface"
          style={{
            top: topOf(minutesOf(from)),
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
        <Placed key={keyOf(block)} block={block} page={page} />
      ))}
      {plan.day === today && (
        <span
          className="calendar-now absolute inset-x-0 z-2 h-[1.5px] bg-cinnabar"
          style={{ top: topOf(minutes) }}
        />
      )}
    </div>
  )
}

const keyOf = ({ entry, busy, from }: Block) =>
  entry ? `${entry.kind} ${entry.id} ${entry.day} ${from}` : `${busy?.personIds.join()} ${from}`

async function Placed({
  block: { entry, busy, from, until, lane, lanes },
  page,
}: {
  block: Block
  page: CalendarPage
}) {
  const height = ((until - from) / 60) * hourHeight - 2
  const style = {
    ...{ top: topOf(from) + 1, height },
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
  if (!busy) return null
  const { text, title } = await busyLabel(busy, page)
  return (
    <p className="calendar-busy calendar-hatched" style={style} title={title ?? text}>
      <span className={height < 16 ? "sr-only" : "bg-surface px-0.5"}>{text}</span>
      {title && <span className="sr-only"> {title}</span>}
    </p>
  )
}
