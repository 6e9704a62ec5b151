"use client"

import { useEffect, useState } from "react"
import type { MeetingFormData } from "@/components/meetings/form-types"
import type { Booking } from "@/components/meetings/use-booking"
import { InputField } from "@/components/ui/input"
import { dayIn } from "@/lib/calendar/zones"

/**
 * G3.1 while one books: published today for today is less than a day's notice, and says why.
 * Without a script the field always stands there.
 */
export function NoticeRule({
  booking,
  timeZone,
  words,
  error,
}: {
  booking: Booking
  timeZone: string
  words: MeetingFormData["words"]["form"]
  error: string | undefined
}) {
  const [today, setToday] = useState<string | null>(null)
  const { start } = booking.times
  // The company's day, wherever the browser is; a form that stays open past midnight knows it.
  useEffect(() => {
    const look = () => setToday(dayIn(timeZone, new Date()))
    look()
    const timer = setInterval(look, 30_000)
    return () => clearInterval(timer)
  }, [timeZone])
  const late = today === null || start.slice(0, 10) <= today || error !== undefined
  if (!late) return null
  return (
    <div className="border-l-2 border-support pl-3 md:col-span-2">
      <p className="text-control">
        <b className="font-semibold">{words.noticeLate}</b>
        <span className="block text-meta text-ink-2">{words.noticeLateElse}</span>
      </p>
      <InputField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={error}
        defaultValue={booking.reason}
        onChange={(event) => booking.setReason(event.currentTarget.value)}
        maxLength={500}
        className="mt-2"
      />
    </div>
  )
}
