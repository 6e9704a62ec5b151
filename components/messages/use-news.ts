"use client"

import { type RefObject, useEffect, useRef, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import type { Rows } from "@/components/messages/talk-rows"
import { useNewLine } from "@/components/messages/use-new-line"
import type { usePlace } from "@/components/messages/use-place"

/** What is new in a stream: how far it has come, where what is new begins, and what waits below. */
export function useNews(
  box: RefObject<HTMLElement | null>,
  begun: { position: number; lastSeq: number },
  rows: Rows,
  place: ReturnType<typeof usePlace>,
) {
  const { me } = useTalkSetting()
  const newest = useRef(begun.lastSeq)
  const [below, setBelow] = useState(0)
  const { line, setLine, watched } = useNewLine(box, begun.position, newest, {
    ...place,
    back: () => place.isAtEnd() && setBelow(0),
  })
  /** Something came: until which number, and how many are news to the reader. */
  const came = (seq: number, count: number) => {
    const before = newest.current
    newest.current = Math.max(before, seq)
    if (count > 0) watched(newest.current, before)
    if (document.hidden || !place.isAtEnd()) setBelow((below) => below + count)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the stretch changed
  useEffect(() => {
    // What was missed while the connection was lost comes with what is read again.
    const missed = rows.rows.filter(
      ({ seq, author }) => seq > newest.current && author.id !== me.id,
    )
    came(rows.lastSeq ?? 0, missed.length)
  }, [rows])
  /** How many are new, also those that aren't shown yet. */
  const fresh = Math.max(0, newest.current - line)
  return { newest, line, setLine, below, setBelow, came, fresh }
}
