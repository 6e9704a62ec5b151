"use client"

import { useNow } from "@/components/meetings/use-now"
import { ClockChip } from "@/components/ui/clock-chip"
import { filled } from "@/components/ui/filled"

/** How long there is to submit the minutes, going on while one writes; then how late they are. */
export function MinutesCountdown({
  due,
  at,
  now: then,
  words,
}: {
  due: number
  /** Until when, on the company's clock. */
  at: string
  /** When the page was made: what stands there before the script runs. */
  now: number
  words: Record<"dueIn" | "late" | "hours" | "mins", string>
}) {
  const now = useNow() ?? then
  const late = due < now
  const minutes = Math.ceil(Math.abs(due - now) / 60_000)
  const left =
    minutes >= 60
      ? filled(words.hours, { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
      : filled(words.mins, { minutes })
  return (
    <ClockChip state={late ? "over" : minutes <= 15 ? "urgent" : "calm"}>
      {filled(late ? words.late : words.dueIn, { at, left })}
    </ClockChip>
  )
}
