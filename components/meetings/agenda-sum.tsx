"use client"

import type { MeetingFormData } from "@/components/meetings/form-types"
import type { Booking } from "@/components/meetings/use-booking"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"

/** The topics against the length of the meeting: a strip, a sentence, and two ways to fix it. */
export function AgendaSum({
  booking,
  words,
}: {
  booking: Booking
  words: MeetingFormData["words"]["form"]
}) {
  const { named, sum, minutes, over, times } = booking
  const length = Math.max(minutes, 0)
  const longest = named.toSorted((a, b) => b.minutes - a.minutes)[0]
  const end = new Date(Date.parse(`${times.end}Z`) + over * 60_000)
  const fits = !Number.isNaN(end.getTime())
  const n = longest ? booking.topics.findIndex(({ key }) => key === longest.key) + 1 : 0
  return (
    <div className="ml-auto flex flex-col items-end gap-2">
      <p
        role="status"
        className={`flex items-center gap-2.5 text-control ${over > 0 ? "font-semibold text-cinnabar-ink" : "text-ink-2"}`}
      >
        <span aria-hidden className="flex h-1.5 w-36 gap-px">
          {named.map((topic) => (
            <span
              key={topic.key}
              className={`h-full ${over > 0 ? "bg-cinnabar" : "bg-ink-3"}`}
              style={{ flexGrow: topic.minutes }}
            />
          ))}
        </span>
        {filled(over > 0 ? words.over : words.sum, { sum, length, over })}
      </p>
      {over > 0 && fits && (
        <span className="needs-script flex flex-wrap gap-2">
          {longest && longest.minutes > over && (
            <Button
              onClick={() => booking.changeTopic(longest.key, { minutes: longest.minutes - over })}
            >
              {filled(words.shorten, { n, minutes: longest.minutes - over })}
            </Button>
          )}
          <Button onClick={() => booking.moveTo(times.start, end.toISOString().slice(0, 16))}>
            {filled(words.extend, { time: end.toISOString().slice(11, 16) })}
          </Button>
        </span>
      )}
    </div>
  )
}
