"use client"

import { useEffect } from "react"

/** Once a link in the sheet was followed, what it leads to is seen. */
export function CloseOptions({ id, at }: { id: string; at: string }) {
  useEffect(() => {
    const sheet = at ? document.getElementById(id) : null
    if (sheet?.matches(":popover-open")) sheet.hidePopover()
  }, [id, at])
  return null
}
