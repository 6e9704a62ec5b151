"use client"

import { useEffect } from "react"

/** Whoever leaves an open panel by Tab closes it; the platform only knows of presses elsewhere. */
export function LeftPopovers() {
  useEffect(() => {
    const onKeyUp = ({ key }: KeyboardEvent) => {
      if (key !== "Tab") return
      const here = document.activeElement
      for (const open of document.querySelectorAll<HTMLElement>("[popover]:popover-open"))
        if (!open.contains(here) && here?.getAttribute("popovertarget") !== open.id)
          open.hidePopover()
    }
    document.addEventListener("keyup", onKeyUp)
    return () => document.removeEventListener("keyup", onKeyUp)
  }, [])
  return null
}
