"use client"

import { useEffect, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { timeLeft } from "@/components/messages/talk-times"
import { ClockChip } from "@/components/ui/clock-chip"

/** Time left to answer: text that changes once a minute, for urgent ones once a second. */
export function TickingClock({ dueAt, urgent }: { dueAt: string; urgent: boolean }) {
  const { words } = useTalkSetting()
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), urgent ? 1_000 : 30_000)
    return () => clearInterval(timer)
  }, [urgent])
  // What time it is here is known once the script runs; the chip keeps its place until then.
  const at = now ?? new Date(dueAt).getTime()
  const over = now !== null && at > new Date(dueAt).getTime()
  return (
    <ClockChip state={over ? "over" : urgent ? "urgent" : "calm"}>
      <span suppressHydrationWarning>{timeLeft(words, dueAt, urgent, at)}</span>
    </ClockChip>
  )
}
