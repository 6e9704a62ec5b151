"use client"

import type { MeetingFormData } from "@/components/meetings/form-types"
import type { Booking } from "@/components/meetings/use-booking"
import type { Found } from "@/components/meetings/use-free-busy"
import { Face } from "@/components/ui/face"

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

const minutesIn = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16))

const mostShown = 14

/** The hours of the day, with what takes everybody's time and the time that is chosen. */
export function BusyGrid({
  booking,
  found,
  words,
}: {
  booking: Booking
  found: Found
  words: MeetingFormData["words"]["form"]
}) {
  const { times, minutes, everybody } = booking
  const start = minutesIn(times.start)
  const end = Math.min(1_440, start + minutes)
  const bounds = found.periods.flat()
  const from = Math.floor(Math.min(540, start, ...bounds) / 60) * 60
  const until = Math.ceil(Math.max(1_080, end, ...bounds) / 60) * 60
  const at = (minute: number) =>
    `${(100 * (Math.max(from, Math.min(until, minute)) - from)) / (until - from)}%`
  const width = (a: number, b: number) =>
    `${(100 * (Math.min(until, b) - Math.max(from, a))) / (until - from)}%`
  const hours = Array.from({ length: (until - from) / 60 }, (_, nth) => from + nth * 60)
  const breaks = found.periods
    .slice(1)
    .map((period, nth) => [found.periods[nth]?.[1] ?? 0, period[0] ?? 0] as const)
  return (
    <div className="mt-2">
      <div className="ml-33 flex text-meta text-ink-3" aria-hidden>
        {hours.map((hour) => (
          <span key={hour} className="flex-1">
            {clock(hour)}
          </span>
        ))}
      </div>
      <div className="relative border-t border-line-soft">
        {everybody.slice(0, mostShown).map((person) => {
          const busy = found.busy.filter(({ personId }) => personId === person.id)
          const clash = found.missing.includes(person.id)
          return (
            <div key={person.id} className="flex h-9 items-center border-b border-line-soft">
              <span className="flex w-33 shrink-0 items-center gap-2 text-control">
                <Face person={person} size={20} />
                <span className="one-word truncate">{person.name}</span>
                {clash && (
                  <span className="ml-auto pr-2 text-meta text-support">{words.clash}</span>
                )}
              </span>
              <span className="relative h-full flex-1">
                {busy
                  .filter((span) => span.until > from && span.from < until)
                  .map((span) => (
                    <span
                      key={`${span.from}-${span.until}`}
                      title={`${clock(span.from)}–${clock(span.until)} ${span.away ? words.away : words.busy}`}
                      className={`absolute top-2 h-5.25 rounded-label ${span.away ? "border border-line bg-sunken" : "bg-track"}`}
                      style={{ left: at(span.from), width: width(span.from, span.until) }}
                    >
                      <span className="sr-only">{`${clock(span.from)}–${clock(span.until)} ${span.away ? words.away : words.busy}`}</span>
                    </span>
                  ))}
              </span>
            </div>
          )
        })}
        <div className="pointer-events-none absolute inset-y-0 right-0 left-33">
          {breaks.map(([a, b]) => (
            <span
              key={a}
              className="absolute inset-y-0 bg-ink-3/8"
              style={{ left: at(a), width: width(a, b) }}
            />
          ))}
          {end > start && (
            <span
              className="absolute inset-y-0 rounded-chip border-2 border-accent bg-accent/10"
              style={{ left: at(start), width: width(start, end) }}
            />
          )}
        </div>
      </div>
    </div>
  )
}
