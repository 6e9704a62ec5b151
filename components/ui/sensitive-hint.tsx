"use client"

import { Icon } from "@/components/ui/icon"
import { IconButton } from "@/components/ui/icon-button"
import type { Sensitive } from "@/components/ui/use-sensitive"
import { said } from "@/components/ui/vague-offers"
import type { FindKind } from "@/lib/platform/screening/kinds"

export interface SensitiveWords {
  /** With {word}: what was found. */
  found: string
  mask: string
  dismiss: string
  kinds: Record<FindKind, string>
}

/**
 * The strip inside a text box that speaks of a number or figure which must be masked before it
 * leaves the company: masks it with one click, or × leaves it. Nothing blocks among colleagues.
 */
export function SensitiveHint({
  hit,
  words,
  onMask,
  onDismiss,
}: {
  hit: Sensitive | undefined
  words: SensitiveWords
  onMask: (hit: Sensitive) => void
  onDismiss: (hit: Sensitive) => void
}) {
  return (
    <>
      <span role="status" className="sr-only">
        {hit && said(words.found, words.kinds[hit.kind])}
      </span>
      {hit && (
        <div className="flex h-8 items-center gap-2 bg-support-wash pr-1 pl-2.5 text-meta text-support max-md:h-11">
          <Icon name="shield" size={14} />
          <span aria-hidden="true" className="min-w-0 truncate text-ink-2">
            {said(words.found, words.kinds[hit.kind])}
          </span>
          <button
            type="button"
            // The caret stays in the text, where the next word is written.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onMask(hit)}
            className="one-word h-6 shrink-0 rounded-chip border border-line bg-surface px-2 text-ink hover:bg-[image:linear-gradient(var(--hover),var(--hover))] max-md:h-9"
          >
            {words.mask}
          </button>
          <IconButton
            icon="x"
            label={words.dismiss}
            className="ml-auto size-6 text-support max-md:size-9"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onDismiss(hit)}
          />
        </div>
      )}
    </>
  )
}
