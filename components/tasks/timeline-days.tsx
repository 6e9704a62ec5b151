import { when } from "@/lib/calendar/when"
import type { Scale, TimelineDay } from "@/lib/tasks/timeline"

const noon = (day: string) => new Date(`${day}T04:00:00Z`)

/** Weeks over days, 48 high; where days are narrow only the weeks are named. */
export async function TimelineDays({ scale }: { scale: Scale }) {
  const times = await when()
  const weeks = Map.groupBy(scale.days.entries(), ([nth]) => Math.floor(nth / 7))
  return (
    <div className="flex h-12 border-b border-line text-meta text-ink-3">
      {[...weeks.values()].map((week) => {
        const days = week.map(([, day]) => day)
        return (
          <div key={days[0]?.day} className="border-l border-line first:border-l-0">
            <p
              className="one-word truncate px-1.5 pt-1"
              style={{ width: days.length * scale.width - 1 }}
            >
              {days[0] && times.date(noon(days[0].day))}
            </p>
            {scale.width > 20 && (
              <ol className="flex">
                {days.map((day) => (
                  <DayNumber key={day.day} day={day} />
                ))}
              </ol>
            )}
          </div>
        )
      })}
    </div>
  )
}

function DayNumber({ day: { day, today, working } }: { day: TimelineDay }) {
  return (
    <li
      aria-current={today ? "date" : undefined}
      className={`w-(--day) pt-0.5 text-center first:-ml-px ${working ? "text-ink-2" : "text-ink-3"}`}
    >
      <span
        className={today ? "rounded-label bg-ink px-1.5 py-0.5 font-semibold text-surface" : ""}
      >
        {Number(day.slice(8))}
      </span>
    </li>
  )
}

/** Days off on paper, and now as a line, behind all rows. */
export function TimelineGrid({ scale, now }: { scale: Scale; now: Date }) {
  const at = scale.x(now)
  const shown = at >= 0 && at <= scale.days.length * scale.width
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 right-0 left-76 max-md:left-40"
    >
      {scale.days.map(
        ({ day, working }, nth) =>
          !working && (
            <span
              key={day}
              className="absolute inset-y-0 w-(--day) bg-paper"
              style={{ left: nth * scale.width }}
            />
          ),
      )}
      {shown && <span className="absolute inset-y-0 w-[1.5px] bg-cinnabar" style={{ left: at }} />}
    </div>
  )
}
