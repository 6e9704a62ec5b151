"use client"

import { useEffect, useState } from "react"
import type { Booking } from "@/components/meetings/use-booking"
import { freeBusy } from "@/lib/meetings/free-busy"

export type Found = NonNullable<Awaited<ReturnType<typeof freeBusy>>>

const pause = 250

/** Asks who has time, a moment after time or people changed; the last answer stays meanwhile. */
export function useFreeBusy({ everybody, times, minutes }: Booking, meeting?: number) {
  const [found, setFound] = useState<Found | null>(null)
  const ids = everybody.map(({ id }) => id).join(" ")
  const start = times.start.slice(0, 16)
  useEffect(() => {
    if (minutes < 5 || minutes > 1_440 || start.length < 16) return
    let over = false
    const timer = setTimeout(async () => {
      const people = ids.split(" ").filter(Boolean).map(Number)
      const answer = await freeBusy({ people, start, minutes, ...(meeting && { meeting }) })
      if (!over && answer) setFound(answer)
    }, pause)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [ids, start, minutes, meeting])
  return found
}
