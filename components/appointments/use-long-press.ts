"use client"

import { type PointerEvent, useEffect, useRef } from "react"

/** ms that a finger stays before it holds something; shorter it taps or scrolls. */
const stays = 400
const slack = 8

/**
 * A finger that stays takes hold: from then on it carries instead of scrolling.
 * @param take what it takes hold of; false when there is nothing
 */
export function useLongPress(take: (event: PointerEvent) => boolean) {
  const box = useRef<HTMLDivElement>(null)
  const waiting = useRef<{ timer: number; x: number; y: number } | null>(null)
  const holds = useRef(false)

  useEffect(() => {
    const area = box.current
    const hold = (event: Event) => holds.current && event.preventDefault()
    // React listens passively, and a passive listener can't keep the page from scrolling.
    area?.addEventListener("touchmove", hold, { passive: false })
    area?.addEventListener("contextmenu", hold)
    return () => {
      area?.removeEventListener("touchmove", hold)
      area?.removeEventListener("contextmenu", hold)
    }
  }, [])

  const stop = () => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
  }
  const down = (event: PointerEvent) => {
    stop()
    const timer = window.setTimeout(() => {
      waiting.current = null
      holds.current = take(event)
      if (holds.current) navigator.vibrate?.(10)
    }, stays)
    waiting.current = { timer, x: event.clientX, y: event.clientY }
  }
  const moved = ({ clientX, clientY }: PointerEvent) => {
    const from = waiting.current
    if (from && Math.hypot(clientX - from.x, clientY - from.y) > slack) stop()
  }
  const up = () => {
    stop()
    holds.current = false
  }
  return { box, down, moved, up }
}
