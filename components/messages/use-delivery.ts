"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type { Pending } from "@/components/messages/unsent"

/** The connection is lost, or the portal has too much to do. */
export type Held = "offline" | "busy"

const shortestPause = 1_000
const longestPause = 15_000

/**
 * Delivers one after the other for as long as there is a next one; rests longer and longer while
 * nothing gets through, and goes on at once when the browser is online again.
 * @param attempt what it has to wait for, or null when it got through
 */
export function useDelivery(
  next: () => Pending | undefined,
  attempt: (one: Pending) => Promise<Held | null>,
) {
  const [held, setHeld] = useState<Held | null>(null)
  const running = useRef(false)
  const wake = useRef<() => void>(() => {})
  const run = useCallback(async () => {
    if (running.current) return
    running.current = true
    let pause = shortestPause
    for (let one = next(); one; one = next()) {
      const held = await attempt(one)
      setHeld(held)
      if (held === null) pause = shortestPause
      else {
        await rest(pause, wake)
        pause = Math.min(longestPause, pause * 2)
      }
    }
    running.current = false
  }, [next, attempt])
  useEffect(() => {
    const online = () => wake.current()
    addEventListener("online", online)
    return () => removeEventListener("online", online)
  }, [])
  return { held, run }
}

/** Waits, unless woken. */
const rest = (pause: number, wake: { current: () => void }): Promise<void> =>
  new Promise((go) => {
    const timer = setTimeout(go, pause)
    wake.current = () => {
      clearTimeout(timer)
      go()
    }
  })
