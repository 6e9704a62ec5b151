"use client"

import { type RefObject, useCallback, useLayoutEffect, useRef } from "react"
import { isAtEnd } from "@/components/messages/use-reading"

/** A row that stands on the screen, and how far below the top of the box. */
interface Anchor {
  id: string
  top: number
}

function anchorIn(box: HTMLElement): Anchor | null {
  const edge = box.getBoundingClientRect().top
  for (const row of box.querySelectorAll<HTMLElement>("[data-seq]")) {
    const { top, bottom } = row.getBoundingClientRect()
    if (bottom > edge) return { id: row.id, top: top - edge }
  }
  return null
}

/** Scrolls so that a row stands where it stood. */
function hold(box: HTMLElement, { id, top }: Anchor): void {
  const row = box.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
  if (!row) return
  const moved = row.getBoundingClientRect().top - box.getBoundingClientRect().top - top
  if (Math.abs(moved) > 1) box.scrollTop += moved
}

/**
 * Keeps somebody's place in the stream: who stands at its end stays there when something is said;
 * everybody else sees the same lines, whatever is put above them.
 * @param changed what the stream shows; its place is looked after whenever this changes
 * @param start where to begin: a row's id, the line of what is new, or the end
 */
export function usePlace(
  box: RefObject<HTMLElement | null>,
  changed: unknown,
  start: string | null,
) {
  const atEnd = useRef(start === null)
  const anchor = useRef<Anchor | null>(null)
  const begun = useRef(false)

  const note = useCallback(() => {
    if (!box.current) return
    atEnd.current = isAtEnd(box.current) && !box.current.hasAttribute("data-later")
    anchor.current = anchorIn(box.current)
  }, [box])
  const toEnd = useCallback(() => {
    if (!box.current) return
    box.current.scrollTop = box.current.scrollHeight
    atEnd.current = true
  }, [box])
  const { to, lead, arrived } = useLeading(box, note)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` says when to look
  useLayoutEffect(() => {
    const found = box.current
    if (!found) return
    if (!begun.current) {
      begun.current = true
      if (!start || !to(start)) toEnd()
      else atEnd.current = false
      note()
      return
    }
    if (arrived()) return
    if (atEnd.current) return toEnd()
    if (anchor.current) hold(found, anchor.current)
  }, [changed, box, start, to, arrived, toEnd, note])

  useStayingAtEnd(box, atEnd, toEnd)
  return { note, toEnd, to, lead, isAtEnd: () => atEnd.current }
}

/** The ways to a row: `lead` to one that is perhaps still on its way, `arrived` when it may stand there. */
function useLeading(box: RefObject<HTMLElement | null>, note: () => void) {
  const wanted = useRef<(() => boolean) | null>(null)
  const to = useCallback(
    (selector: string, block: "center" | "start" = "center") => {
      const row = box.current?.querySelector(selector)
      row?.scrollIntoView({ block })
      note()
      return Boolean(row)
    },
    [box, note],
  )
  const lead = useCallback(
    (...where: Parameters<typeof to>) => {
      wanted.current = to(...where) ? null : () => to(...where)
    },
    [to],
  )
  const arrived = useCallback(() => {
    if (!wanted.current?.()) return false
    wanted.current = null
    return true
  }, [])
  return { to, lead, arrived }
}

/** The box itself changes: a keyboard comes up, the message box grows, the window is resized. */
function useStayingAtEnd(
  box: RefObject<HTMLElement | null>,
  atEnd: RefObject<boolean>,
  toEnd: () => void,
) {
  useLayoutEffect(() => {
    const found = box.current
    if (!found) return
    const sized = new ResizeObserver(() => atEnd.current && toEnd())
    sized.observe(found)
    return () => sized.disconnect()
  }, [box, atEnd, toEnd])
}
