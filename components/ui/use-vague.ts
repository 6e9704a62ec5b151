"use client"

import { type RefObject, useMemo, useRef, useState } from "react"
import type { DrawnRange } from "@/components/ui/mirror-text"
import { replaceText, type TextBox } from "@/components/ui/text-editing"
import { findVague, type Vague, type Wording } from "@/lib/platform/vague"

const plain = (word: string) => word.toLowerCase()

/**
 * The vague phrases of a text while it is written. `ranges` is what `MirrorText` underlines, `hit`
 * the one that `VagueHint` speaks of: a time before anything else, and it stays as it is while an
 * input method composes.
 */
export function useVague(text: string, wording: Wording, composing = false) {
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const found = useMemo(
    () => findVague(text, wording).filter(({ word }) => !dismissed.includes(plain(word))),
    [text, wording, dismissed],
  )
  const ranges = useMemo(() => found.map(rangeOf), [found])
  const spoken = useRef<Vague>(undefined)
  if (!composing) spoken.current = found.find(({ kind }) => kind === "time") ?? found[0]
  return {
    ranges,
    hit: spoken.current,
    dismiss: ({ word }: Vague) => setDismissed((before) => [...before, plain(word)]),
  }
}

const rangeOf = ({ index, length }: Vague): DrawnRange => ({
  start: index,
  end: index + length,
  kind: "vague",
})

/** Puts a time in place of a vague phrase, where it stands by now. */
export function replaceVague(field: RefObject<TextBox | null>, { word, index }: Vague, by: string) {
  const box = field.current
  if (!box) return
  const start = box.value.startsWith(word, index) ? index : box.value.indexOf(word)
  if (start >= 0) replaceText(box, { start, end: start + word.length }, by)
}
