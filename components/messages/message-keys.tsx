"use client"

import { type KeyboardEvent, useEffect, useRef } from "react"
import type { MessageDeeds } from "@/components/messages/hover-bar"
import { useTalkSetting } from "@/components/messages/talk-context"
import { registerShortcut } from "@/components/shell/shortcuts"
import { inTime } from "@/lib/messages/policy"
import type { MessageView } from "@/lib/messages/view"

const row = "article[data-seq]"

/** j and k walk along the messages, r answers and e changes the one that has the focus. */
export function MessageKeys({
  messages,
  deeds,
}: {
  /** Those of the stream and of the thread beside it. */
  messages: readonly MessageView[]
  deeds: MessageDeeds
}) {
  const { words, me, changeMinutes } = useTalkSetting()
  const shown = useRef(messages)
  shown.current = messages
  useEffect(() => {
    const on = (run: (message: MessageView) => void) => () => {
      const id = Number(focused()?.dataset.message)
      const message = shown.current.find((each) => each.id === id)
      if (message) run(message)
    }
    const edit = (message: MessageView) => {
      const own = message.author.id === me.id
      if (own && inTime({ at: new Date(message.at) }, new Date(), changeMinutes))
        deeds.edit(message)
    }
    const { group, older, newer } = words.keys
    const undo = [
      registerShortcut({ keys: "k", label: older, group, run: () => step(-1) }),
      registerShortcut({ keys: "j", label: newer, group, run: () => step(1) }),
      registerShortcut({ keys: "r", label: words.do.reply, group, run: on(deeds.openThread) }),
      registerShortcut({ keys: "e", label: words.do.edit, group, run: on(edit) }),
    ]
    return () => {
      for (const run of undo) run()
    }
  }, [words, me.id, changeMinutes, deeds])
  return null
}

/** Arrows do what j and k do on a message; in what scrolls around them they scroll. */
export function arrowKeys(event: KeyboardEvent): void {
  const { key, target } = event
  if ((key !== "ArrowUp" && key !== "ArrowDown") || target !== focused()) return
  event.preventDefault()
  step(key === "ArrowUp" ? -1 : 1)
}

/** From the message box upwards: to the message that stands right above it. */
export const stepUpFrom = (box: Element): void => {
  const rows = rowsIn(box.closest("section, aside"))
  rows.at(-1)?.focus()
}

const focused = () => document.querySelector<HTMLElement>(`${row}:focus-within`)

const rowsIn = (pane: Element | null | undefined): HTMLElement[] =>
  Array.from(pane?.querySelectorAll<HTMLElement>(row) ?? [])

/** Below the last message is the message box. Whoever stands nowhere begins with what they see. */
function step(by: 1 | -1): void {
  const now = focused()
  const pane = now?.closest("section, aside") ?? document.querySelector("[data-talk] section")
  const rows = rowsIn(pane)
  const next = now ? rows[rows.indexOf(now) + by] : rows[by === 1 ? "find" : "findLast"](stands)
  if (next) next.focus()
  else if (by === 1) pane?.querySelector<HTMLElement>("[data-writing] textarea")?.focus()
}

/** Whether a row is seen whole, or begins where one looks. */
function stands(it: HTMLElement): boolean {
  const box = it.closest("[data-messages]")?.getBoundingClientRect()
  const { top, bottom } = it.getBoundingClientRect()
  return box !== undefined && top >= box.top && Math.min(bottom, top + 40) <= box.bottom
}
