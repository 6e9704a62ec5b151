"use client"

import { type RefObject, useMemo, useRef, useState } from "react"
import type { DrawnRange } from "@/components/ui/mirror-text"
import { replaceText, type TextBox } from "@/components/ui/text-editing"
import { findIn } from "@/lib/platform/screening/finding"
import type { Find, FindKind } from "@/lib/platform/screening/kinds"
import { masked } from "@/lib/platform/screening/masking"

/** Among colleagues mail addresses, places and the codes of firms are everyday words. */
const everyday: ReadonlySet<FindKind> = new Set(["email", "address", "credit_code"])

/** A find with its words. */
export interface Sensitive extends Find {
  written: string
}

/**
 * What in a text should be masked before it leaves the company, while it is written (G7.3).
 * `ranges` is what `MirrorText` underlines, `hit` the one that `SensitiveHint` speaks of.
 */
export function useSensitive(field: RefObject<TextBox | null>, text: string, composing: boolean) {
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const found = useMemo(() => sensitiveIn(text, dismissed), [text, dismissed])
  const ranges = useMemo(() => found.map(rangeOf), [found])
  const spoken = useRef<Sensitive>(undefined)
  if (!composing) spoken.current = found[0]
  return {
    ranges,
    hit: spoken.current,
    dismiss: ({ written }: Sensitive) => setDismissed((before) => [...before, written]),
    mask: (hit: Sensitive) => maskIn(field, hit),
  }
}

const sensitiveIn = (text: string, dismissed: readonly string[]): Sensitive[] =>
  findIn(text)
    .filter(({ kind }) => !everyday.has(kind))
    .map((find) => ({ ...find, written: text.slice(find.index, find.index + find.length) }))
    .filter(({ written }) => !dismissed.includes(written))

const rangeOf = ({ index, length }: Sensitive): DrawnRange => ({
  start: index,
  end: index + length,
  kind: "vague",
})

/** Masks a find where it stands by now. */
function maskIn(field: RefObject<TextBox | null>, { kind, written, index }: Sensitive) {
  const box = field.current
  if (!box) return
  const start = box.value.startsWith(written, index) ? index : box.value.indexOf(written)
  const made = masked(written, [{ kind, index: 0, length: written.length }])
  if (start >= 0) replaceText(box, { start, end: start + written.length }, made)
}
