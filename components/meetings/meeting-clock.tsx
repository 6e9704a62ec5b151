"use client"

import { clockOf, useNow } from "@/components/meetings/use-now"
import { filled } from "@/components/ui/filled"

/** How long until the planned end; past it, how long over. */
export function MeetingClock({
  start,
  end,
  words,
}: {
  start: number
  end: number
  words: { until: string; since: string; over: string }
}) {
  const now = useNow()
  const left = now === null ? 0 : (end - now) / 1000
  const over = now !== null && left < 0
  return (
    <div className="border-b border-line pb-3">
      <p className="text-meta text-ink-2">{over ? words.over : words.until}</p>
      <p role="timer" className={`text-display tabular-nums ${over ? "text-cinnabar-ink" : ""}`}>
        {now === null ? "–:–" : `${over ? "+" : ""}${clockOf(left)}`}
      </p>
      <p className="text-meta text-ink-2">
        {now !== null &&
          filled(words.since, { minutes: Math.max(0, Math.round((now - start) / 60_000)) })}
      </p>
    </div>
  )
}
