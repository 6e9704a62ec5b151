"use client"

import { type RefObject, useEffect, useRef, useState } from "react"

/** The line above the first of what is new. */
export const newLine = "[data-new-line]"

interface Place {
  isAtEnd(): boolean
  to(selector: string): boolean
  /** Somebody looks again. */
  back(): void
}

/**
 * Where what is new begins: behind what was read when the group was opened, or when somebody who
 * had seen everything looked away. Nothing is new to who watches it arrive. Whoever comes back is
 * led to the first of it.
 * @param newest the number of everything known of
 */
export function useNewLine(
  box: RefObject<HTMLElement | null>,
  position: number,
  newest: RefObject<number>,
  place: Place,
) {
  const [line, setLine] = useState(position)
  const now = useRef(place)
  now.current = place
  useEffect(() => {
    const turned = () => {
      if (!document.hidden) {
        if (sideOf(box.current) === "above") now.current.to(newLine)
        now.current.back()
      } else if (now.current.isAtEnd()) setLine(newest.current)
    }
    document.addEventListener("visibilitychange", turned)
    return () => document.removeEventListener("visibilitychange", turned)
  }, [box, newest])
  /** @param before the number of what was the newest until now */
  const watched = (seq: number, before: number) => {
    if (!document.hidden && place.isAtEnd()) setLine((line) => (line >= before ? seq : line))
  }
  return { line, setLine, watched }
}

/** On which side of what is shown the line lies. */
export function sideOf(box: HTMLElement | null): "above" | "below" | null {
  const mark = box?.querySelector(newLine)?.getBoundingClientRect()
  const shown = box?.getBoundingClientRect()
  if (!mark || !shown) return null
  if (mark.top < shown.top) return "above"
  return mark.bottom > shown.bottom ? "below" : null
}
