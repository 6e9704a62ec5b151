"use client"

import { useEffect } from "react"
import { registerShortcut } from "@/components/shell/shortcuts"

/** D, H and U act on the row that has the focus. */
export function InboxKeys({
  group,
  done,
  later,
  unread,
}: {
  group: string
  done: string
  later: string
  unread: string
}) {
  useEffect(() => {
    const press = (key: string) => () =>
      document.querySelector<HTMLElement>(`[data-row]:focus-within [data-inbox="${key}"]`)?.click()
    const undo = [
      registerShortcut({ keys: "d", label: done, group, run: press("d") }),
      registerShortcut({ keys: "h", label: later, group, run: press("h") }),
      registerShortcut({ keys: "u", label: unread, group, run: press("u") }),
    ]
    return () => {
      for (const run of undo) run()
    }
  }, [group, done, later, unread])
  return null
}
