"use client"

import { usePathname } from "next/navigation"
import { useEffect } from "react"

/** Menus of the frame outlive a change of page; following a link in one closes it. */
export function ClosePopovers() {
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs because the page changed
  useEffect(() => {
    for (const open of document.querySelectorAll<HTMLElement>(":popover-open")) open.hidePopover()
  }, [path])
  return null
}
