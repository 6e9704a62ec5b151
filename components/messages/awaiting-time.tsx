"use client"

import { type ReactNode, useEffect, useState } from "react"
import { ClockChip } from "@/components/ui/clock-chip"
import { filled } from "@/components/ui/filled"
import { asLeft, leftAt, type Running } from "@/lib/messages/clock-left"

/** `剩 {time}`, `{hours} 小时 {minutes} 分` …: filled in here, since time goes on. */
export type TimeWords = Record<
  "left" | "over" | "minutes" | "hours" | "wholeHours" | "days",
  string
>

export interface Ticking {
  clock: Running
  /** When the page was made, in milliseconds. */
  now: number
  words: TimeWords
}

/** The moment: once a second where seconds are counted, else once a minute. */
function useMoment({ clock, now }: Ticking): number {
  const [moment, setMoment] = useState(now)
  const left = leftAt(clock, moment)
  const every = left > 0 && asLeft(left, clock.urgency).unit === "clock" ? 1_000 : 60_000
  useEffect(() => {
    const tick = () => setMoment(Date.now())
    tick()
    const timer = setInterval(tick, every)
    return () => clearInterval(timer)
  }, [every])
  return moment
}

/** `11:42`, `48 分`, `1 小时 35 分`; who is hours late needs no minutes: `9 小时`. */
function timeText(left: number, { clock, words }: Ticking): string {
  const time = asLeft(left, clock.urgency)
  if (time.unit === "clock") return `${time.minutes}:${String(time.seconds).padStart(2, "0")}`
  if (time.unit === "minutes") return filled(words.minutes, { count: time.minutes })
  if (time.unit === "days") return filled(words.days, { days: time.days })
  const { hours, minutes } = time
  return minutes === 0 || left < 0
    ? filled(words.wholeHours, { hours })
    : filled(words.hours, { hours, minutes })
}

/** The time that is left for an answer, or by how much it is late. Ticks in text only. */
export function TimeLeft(ticking: Ticking) {
  const left = leftAt(ticking.clock, useMoment(ticking))
  const late = left < 0
  const state = late ? "over" : ticking.clock.urgency === "urgent" ? "urgent" : "calm"
  const { words } = ticking
  return (
    <ClockChip state={state}>
      <span className="tabular-nums">
        {filled(late ? words.over : words.left, { time: timeText(left, ticking) })}
      </span>
    </ClockChip>
  )
}

interface BigWords {
  icon: ReactNode
  leftWord: string
  overWord: string
}

/** The same as figures that stand alone, 28 high: what is most urgent on 工作台. */
export function BigTimeLeft({ icon, overWord, leftWord, ...ticking }: Ticking & BigWords) {
  const left = leftAt(ticking.clock, useMoment(ticking))
  return (
    <>
      <span className="flex items-center gap-1 text-control">
        {icon}
        {left < 0 ? overWord : leftWord}
      </span>
      <span className="block text-display tabular-nums">{timeText(left, ticking)}</span>
    </>
  )
}
