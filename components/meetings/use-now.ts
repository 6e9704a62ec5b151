"use client"

import { useEffect, useState } from "react"

/** The time, every second; before the script runs there is none, so that both sides agree. */
export function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** 16:48, 1:02:03 */
export function clockOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0")
  const whole = Math.abs(Math.trunc(seconds))
  const hours = Math.floor(whole / 3600)
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** What the company's clock shows then, wherever the browser is. */
export const wallClock = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  }).format(at)
