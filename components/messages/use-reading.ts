"use client"

import { type RefObject, useCallback, useEffect, useRef } from "react"
import { ask } from "@/components/messages/talk-requests"

const pause = 1_000

/**
 * Says how far somebody has read: the last message that stood whole on the screen while it was
 * looked at, at most once a second.
 * @param box what scrolls; rows in it carry `data-seq`
 * @param threadId what begins the thread in the box; null for the stream
 * @param newest the number of everything known of, for who stands at the end
 */
export function useReading(
  box: RefObject<HTMLElement | null>,
  { groupId, threadId = null }: { groupId: number; threadId?: number | null },
  newest: RefObject<number>,
  start: number,
) {
  const said = useRef(start)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const tell = useCallback(() => {
    timer.current = undefined
    const seq = document.hidden ? 0 : seenIn(box.current, newest.current)
    if (seq <= said.current) return
    said.current = seq
    void ask("read", { groupId, threadId, seq })
  }, [box, groupId, threadId, newest])
  const looked = useCallback(() => {
    timer.current ??= setTimeout(tell, pause)
  }, [tell])

  useEffect(() => {
    looked()
    document.addEventListener("visibilitychange", looked)
    addEventListener("focus", looked)
    return () => {
      clearTimeout(timer.current)
      timer.current = undefined
      document.removeEventListener("visibilitychange", looked)
      removeEventListener("focus", looked)
    }
  }, [looked])
  /** 标为未读 went back: what was said until now isn't read again before something new is. */
  const stay = useCallback(() => {
    said.current = newest.current
  }, [newest])
  return { looked, stay }
}

const atEnd = 24

export const isAtEnd = (box: HTMLElement): boolean =>
  box.scrollHeight - box.scrollTop - box.clientHeight < atEnd

/** On a phone what stands beside it, a thread or a search, stands over it. */
function isCovered(box: HTMLElement): boolean {
  const { left, top, height } = box.getBoundingClientRect()
  const pane = document.elementFromPoint(left + 8, top + height / 2)?.closest("aside")
  return pane ? !pane.contains(box) : false
}

function seenIn(box: HTMLElement | null, newest: number): number {
  if (!box?.checkVisibility() || isCovered(box)) return 0
  if (isAtEnd(box) && !box.hasAttribute("data-later")) return newest
  const bottom = box.getBoundingClientRect().bottom
  let seen = 0
  for (const row of box.querySelectorAll<HTMLElement>("[data-seq]")) {
    if (row.getBoundingClientRect().bottom > bottom + 4) break
    seen = Number(row.dataset.seq)
  }
  return seen
}
