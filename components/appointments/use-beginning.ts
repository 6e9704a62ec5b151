"use client"

import { type RefObject, useEffect } from "react"

/** Opens the hours where they begin, in browsers that don't read that from the style sheet. */
export function useBeginning(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (CSS.supports("scroll-initial-target: nearest")) return
    const hours = box.current?.querySelector("[data-hours]")
    const begin = hours?.querySelector<HTMLElement>(".calendar-begin")
    if (hours && begin && hours.scrollTop === 0) hours.scrollTop = begin.offsetTop
  }, [box])
}
