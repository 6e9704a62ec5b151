"use client"

import type { MeetingFormData } from "@/components/meetings/form-types"
import type { Booking } from "@/components/meetings/use-booking"
import type { Found } from "@/components/meetings/use-free-busy"
import { Face } from "@/components/ui/face"

type Words = MeetingFormData["words"]["form"]

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

const minutesIn = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16))

/** Where minutes of the day lie between the first and the last hour shown. */
class Scale {
  constructor(
    readonly from: number,
    readonly until: number,
  ) {}
  place(from: number, until: number) {
    const part = (minute: number) =>
      (100 * (Math.max(this.from, Math.min(this.until, minute)) - this.from)) /
      (this.until - this.from)
    return { left: `${part(from)}%`, width: `${part(until) - part(from)}%` }
  }
}

const mostShown = 14

/** The hours of the day, with what takes everybody's time and the time that is chosen. */
export function BusyGrid({
  booking,
  found,
  words,
}: {
  booking: Booking
  found: Found
  words: Words
}) {
  const { times, minutes, everybody } = booking
  const start = minutesIn(times.start)
  const end = Math.min(1_440, start + minutes)
  const bounds = found.periods.flat()
  const scale = new Scale(
    Math.floor(Math.min(540, start, ...bounds) / 60) * 60,
    Math.ceil(Math.max(1_080, end, ...bounds) / 60) * 60,
  )
  const hours = Array.from(
    { length: (scale.until - scale.from) / 60 },
    (_, nth) => scale.from + nth * 60,
  )
  return (
    <div className="mt-2">
      <div className="ml-33 flex text-meta text-ink-3" aria-hidden>
        {hours.map((hour) => (
          <span key={hour} className="flex-1 overflow-hidden">
            {clock(hour)}
          </span>
        ))}
      </div>
      <div className="relative border-t border-line-soft">
        {everybody.slice(0, mostShown).map((person) => (
          <Row key={person.id} {...{ person, found, scale, words }} />
        ))}
        <Chosen {...{ start, end, found, scale }} />
      </div>
    </div>
  )
}

function Row({
  person,
  found,
  scale,
  words,
}: {
  person: Booking["everybody"][number]
  found: Found
  scale: Scale
  words: Words
}) {
  const busy = found.busy.filter(
    (span) => span.personId === person.id && span.until > scale.from && span.from < scale.until,
  )
  return (
    <div className="flex h-9 items-center border-b border-line-soft">
      <span className="flex w-33 shrink-0 items-center gap-2 text-control">
        <Face person={person} size={20} />
        <span className="one-word truncate">{person.name}</span>
        {found.missing.includes(person.id) && (
          <span className="ml-auto pr-2 text-meta text-support">{words.clash}</span>
        )}
      </span>
      <span className="relative h-full flex-1">
        {busy.map((span) => {
          const said = `${clock(span.from)}–${clock(span.until)} ${span.away ? words.away : words.busy}`
          return (
            <span
              key={said}
              title={said}
              className={`absolute top-2 h-5.25 rounded-label ${span.away ? "border border-line bg-sunken" : "bg-track"}`}
              style={scale.place(span.from, span.until)}
            >
              <span className="sr-only">{said}</span>
            </span>
          )
        })}
      </span>
    </div>
  )
}

/** Breaks as bands, and the chosen time across all rows. */
function Chosen({
  start,
  end,
  found,
  scale,
}: {
  start: number
  end: number
  found: Found
  scale: Scale
}) {
  const breaks = found.periods
    .slice(1)
    .map((period, nth) => [found.periods[nth]?.[1] ?? 0, period[0] ?? 0] as const)
  return (
    <div className="pointer-events-none absolute inset-y-0 right-0 left-33">
      {breaks.map(([from, until]) => (
        <span key={from} className="absolute inset-y-0 bg-hover" style={scale.place(from, until)} />
      ))}
      {end > start && (
        <span
          className="absolute inset-y-0 rounded-chip border-2 border-accent bg-selected"
          style={scale.place(start, end)}
        />
      )}
    </div>
  )
}
