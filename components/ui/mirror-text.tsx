"use client"

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react"
import { cx } from "@/components/ui/cx"
import { layOver } from "@/components/ui/mirror-metrics"
import type { Span, TextBox } from "@/components/ui/text-editing"

/** What is drawn under a part of a text: a wavy line, or the wash of a mention. */
export interface DrawnRange extends Span {
  kind: "vague" | "mention"
}

const looks = {
  vague: "vague",
  mention: "rounded-label bg-accent-wash",
} satisfies Record<DrawnRange["kind"], string>

/**
 * Draws ranges behind the text of a field, which a field itself can't: the same text with the same
 * metrics, invisible but for what its ranges show. It lies under the field, which stands beside it
 * in a positioned parent and has to be `relative` with a transparent ground.
 * @param text what stands in the field: `useWrittenText`
 * @param ranges in any order; of two that overlap the later one begins where the earlier ends
 */
export function MirrorText({
  field,
  text,
  ranges,
}: {
  field: RefObject<TextBox | null>
  text: string
  ranges: readonly DrawnRange[]
}) {
  const mirror = useRef<HTMLDivElement>(null)
  const drawn = ranges.length > 0

  useLayoutEffect(() => {
    if (text !== "" && drawn && field.current && mirror.current)
      layOver(mirror.current, field.current)
  }, [field, text, drawn])

  useEffect(() => {
    const box = field.current
    if (!drawn || !box) return
    const lay = () => mirror.current && layOver(mirror.current, box)
    const sized = new ResizeObserver(lay)
    sized.observe(box)
    box.addEventListener("scroll", lay)
    // A single line scrolls with its caret, and not every browser says so.
    document.addEventListener("selectionchange", lay)
    document.fonts.addEventListener("loadingdone", lay)
    return () => {
      sized.disconnect()
      box.removeEventListener("scroll", lay)
      document.removeEventListener("selectionchange", lay)
      document.fonts.removeEventListener("loadingdone", lay)
    }
  }, [field, drawn])

  if (!drawn) return null
  return (
    <div
      ref={mirror}
      aria-hidden="true"
      data-mirror
      className="pointer-events-none absolute overflow-hidden border-transparent text-transparent select-none"
    >
      <div>
        {piecesOf(text, ranges).map(({ start, piece, kind }) =>
          kind ? (
            <span key={start} className={cx(looks[kind])}>
              {piece}
            </span>
          ) : (
            piece
          ),
        )}
      </div>
    </div>
  )
}

interface Piece {
  start: number
  piece: string
  kind?: DrawnRange["kind"]
}

/** The text cut at the ranges; joined it is the text. */
export function piecesOf(text: string, ranges: readonly DrawnRange[]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  const put = (end: number, kind?: DrawnRange["kind"]) => {
    if (end > done)
      pieces.push({ start: done, piece: text.slice(done, end), ...(kind && { kind }) })
    done = Math.max(done, end)
  }
  for (const { start, end, kind } of ranges.toSorted((a, b) => a.start - b.start)) {
    put(Math.min(start, text.length))
    put(Math.min(end, text.length), kind)
  }
  put(text.length)
  return pieces
}
