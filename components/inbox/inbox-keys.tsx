"use client"

import { useEffect } from "react"
import { registerShortcut } from "@/components/shell/shortcuts"

/** X chooses the row that has the focus. D, H and U act on the row that has the focus, else on what is open beside the list; R replies. */
export function InboxKeys({
  group,
  choose,
  done,
  later,
  unread,
  reply,
}: {
  group: string
  choose: string
  done: string
  later: string
  unread: string
  reply: string
}) {
  useEffect(() => {
    const find = (what: string) => document.querySelector<HTMLElement>(what)
    const press = (key: string) => () => {
      const inRow = find(
        `[data-row]:focus-within:not(:has([aria-current=true])) [data-inbox="${key}"]`,
      )
      const button = inRow ?? find(`[data-pane] [data-inbox="${key}"]`)
      button?.click()
      if (inRow && key !== "u") goOn(inRow)
    }
    const undo = [
      registerShortcut({
        keys: "x",
        label: choose,
        group,
        run: () => find("[data-row]:focus-within [data-choose]")?.click(),
      }),
      registerShortcut({ keys: "d", label: done, group, run: press("d") }),
      registerShortcut({ keys: "h", label: later, group, run: press("h") }),
      registerShortcut({ keys: "u", label: unread, group, run: press("u") }),
      registerShortcut({
        keys: "r",
        label: reply,
        group,
        run: () => find("[data-pane] [data-reply]")?.focus(),
      }),
    ]
    return () => {
      for (const run of undo) run()
    }
  }, [group, choose, done, later, unread, reply])
  return null
}

/** What was dealt with leaves the list: the focus goes on to the row below it, else above. */
function goOn(button: HTMLElement): void {
  const rows = Array.from(document.querySelectorAll<HTMLElement>("[data-row]"))
  const at = rows.findIndex((row) => row.contains(button))
  const next = rows[at + 1] ?? rows[at - 1]
  next?.querySelector<HTMLElement>("[data-open]")?.focus()
}
