"use client"

import { BusyGrid } from "@/components/meetings/busy-grid"
import type { MeetingFormData } from "@/components/meetings/form-types"
import { SlotList } from "@/components/meetings/slot-list"
import type { Booking } from "@/components/meetings/use-booking"
import { useFreeBusy } from "@/components/meetings/use-free-busy"
import { filled } from "@/components/ui/filled"
import type { Locale } from "@/lib/platform/actor"

/** Who has time, better times, and what follows from publishing. */
export function FreeBusy({
  booking,
  locale,
  words,
  meeting,
}: {
  booking: Booking
  locale: Locale
  words: MeetingFormData["words"]["form"]
  meeting: number | undefined
}) {
  const found = useFreeBusy(booking, meeting)
  const { everybody, minutes, outsiders, repeats } = booking
  const length = Math.round(Math.max(minutes, 0) / 6) / 10
  const count = everybody.length + outsiders
  const hours = Math.round((count * Math.max(minutes, 0)) / 6) / 10
  return (
    <>
      <h2 className="text-panel">{words.busyTitle}</h2>
      {found ? (
        <>
          <BusyGrid booking={booking} found={found} words={words} />
          <SlotList {...{ booking, found, words }} locale={locale} />
        </>
      ) : (
        <p className="mt-1 text-control text-ink-2">{words.pickTime}</p>
      )}
      <h2 className="mt-6 text-panel">{words.after}</h2>
      <p className="mt-1 text-control text-ink-2">
        {filled(words.afterText, {
          count,
          noteTaker: booking.noteTakerName,
        })}
      </p>
      {repeats && <p className="mt-1 text-control text-ink-2">{words.afterSeries}</p>}
      <p className="mt-1 text-control text-ink-2">
        {filled(repeats ? words.costEach : words.cost, { count, length, hours })}
      </p>
    </>
  )
}
