"use client"

import { useNow, wallClock } from "@/components/meetings/use-now"
import { filled } from "@/components/ui/filled"
import { Prediction } from "@/components/ui/prediction"

interface Paced {
  id: number
  minutes: number
  spent: number
  startedAt: number | null
}

/** When it will end if what is left takes as long as planned. */
export function Pace({
  topics,
  end,
  timeZone,
  words,
}: {
  topics: readonly Paced[]
  end: number
  timeZone: string
  words: { late: string; good: string }
}) {
  const now = useNow()
  if (now === null) return null
  const left = topics.reduce((all, { minutes, spent, startedAt }) => {
    if (startedAt === null && spent > 0) return all
    const used = spent + (startedAt === null ? 0 : (now - startedAt) / 1000)
    return all + Math.max(0, minutes * 60 - used)
  }, 0)
  const at = now + left * 1000
  const late = Math.round((at - end) / 60_000)
  return (
    <div className="px-5 py-3">
      <Prediction late={late > 0}>
        {filled(late > 0 ? words.late : words.good, { at: wallClock(at, timeZone), minutes: late })}
      </Prediction>
    </div>
  )
}
