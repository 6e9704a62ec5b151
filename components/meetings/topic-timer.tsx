"use client"

import { standingOf } from "@/components/meetings/topic-standing"
import { clockOf, useNow, wallClock } from "@/components/meetings/use-now"
import { filled } from "@/components/ui/filled"

const tones = { good: "text-ink", soon: "text-support", over: "text-cinnabar-ink" }
const bars = { good: "bg-accent", soon: "bg-support", over: "bg-cinnabar" }

/** What is left of a topic: amber from 80 %, and over time it counts up in cinnabar. */
export function TopicTimer({
  minutes,
  spent,
  startedAt,
  timeZone,
  words,
}: {
  minutes: number
  /** Seconds of earlier turns. */
  spent: number
  startedAt: number | null
  timeZone: string
  words: { left: string; over: string; ends: string }
}) {
  const now = useNow()
  const planned = minutes * 60
  const running = now !== null && startedAt !== null ? Math.max(0, (now - startedAt) / 1000) : 0
  const used = spent + running
  const left = planned - used
  const stands = standingOf(used, planned)
  const over = stands === "over"
  return (
    <div className="mt-1.5">
      <p className="flex items-center gap-3">
        <span
          role="timer"
          data-tone={stands}
          className={`text-timer tabular-nums ${tones[stands]}`}
        >
          {over && "+"}
          {clockOf(left)}
        </span>
        <span className="text-meta text-ink-2">
          {over ? words.over : words.left}
          {!over && now !== null && (
            <span className="block">
              {filled(words.ends, { at: wallClock(now + left * 1000, timeZone) })}
            </span>
          )}
        </span>
      </p>
      <div className="mt-1 h-1 overflow-hidden rounded-full bg-track">
        <div
          className={`h-full ${bars[stands]}`}
          style={{ width: `${Math.min(100, (100 * used) / planned)}%` }}
        />
      </div>
    </div>
  )
}
