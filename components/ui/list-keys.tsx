"use client"

import { useEffect } from "react"
import { registerShortcut } from "@/components/shell/shortcuts"

/** j and k walk along the rows of the page; words are for the shortcuts sheet. */
export function ListKeys({
  group,
  down,
  up,
  choose,
}: {
  group: string
  down: string
  up: string
  /** Where rows can be chosen: x does it. */
  choose?: string
}) {
  useEffect(() => {
    const step = (by: number) => () => {
      const links = Array.from(document.querySelectorAll<HTMLElement>("[data-row] [data-open]"))
      const at = links.findIndex((link) => link.matches(":focus"))
      const current = at < 0 ? links.findIndex((link) => link.ariaCurrent === "true") : at
      links.at(Math.min(links.length - 1, Math.max(0, current + by)))?.focus()
    }
    const undo = [
      registerShortcut({ keys: "j", label: down, group, run: step(1) }),
      registerShortcut({ keys: "k", label: up, group, run: step(-1) }),
      ...(choose ? [registerShortcut({ keys: "x", label: choose, group, run: chooseRow })] : []),
    ]
    document.addEventListener("keydown", backToRow)
    return () => {
      document.removeEventListener("keydown", backToRow)
      for (const run of undo) run()
    }
  }, [group, down, up, choose])
  return null
}

const chooseRow = () =>
  document.querySelector<HTMLElement>("[data-row]:focus-within [data-choose]")?.click()

/** Escape in the record beside the list goes back to its row. */
function backToRow(event: KeyboardEvent) {
  const { target } = event
  if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return
  if (!(target instanceof Element) || !target.closest("[data-pane]")) return
  if (document.querySelector("[role=dialog], [popover]:popover-open")) return
  document.querySelector<HTMLElement>("[data-open][aria-current=true]")?.focus()
}
