"use client"

import type { MeetingFormData } from "@/components/meetings/form-types"
import type { Booking } from "@/components/meetings/use-booking"
import type { Found } from "@/components/meetings/use-free-busy"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import type { Locale } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

/** Times at which more people are free; one press moves the meeting there. */
export function SlotList({
  booking,
  found,
  locale,
  words,
}: {
  booking: Booking
  found: Found
  locale: Locale
  words: MeetingFormData["words"]["form"]
}) {
  const { everybody } = booking
  const names = (ids: readonly number[]) =>
    enumerated(
      everybody.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])),
      locale,
    )
  return (
    <section aria-label={words.slots} className="mt-6">
      <h2 className="text-panel">
        {words.slots}
        <span className="ml-2 text-meta font-normal text-ink-3">{words.slotsHint}</span>
      </h2>
      {found.slots.map((slot, at) => (
        <div
          key={slot.start}
          className="flex min-h-9.5 flex-wrap items-center gap-x-4 border-b border-line-soft text-control first:border-t"
        >
          <time className="one-word whitespace-nowrap" dateTime={slot.start}>
            {slot.start.slice(5, 10).replace("-", "/")}{" "}
            <b className="font-semibold">
              {slot.start.slice(11)}–{slot.end.slice(11)}
            </b>
          </time>
          <span>{filled(words.slotFree, { count: everybody.length - slot.busy.length })}</span>
          <span className="min-w-0 flex-1 truncate text-meta text-ink-2">
            {at === 0 && <b className="mr-2 font-semibold text-done">{words.recommended}</b>}
            {slot.busy.length > 0
              ? filled(words.slotBusy, { names: names(slot.busy) })
              : slot.keepsNotice
                ? words.slotNotice
                : words.slotAll}
          </span>
          <Button onClick={() => booking.moveTo(slot.start, slot.end)}>{words.move}</Button>
        </div>
      ))}
    </section>
  )
}
