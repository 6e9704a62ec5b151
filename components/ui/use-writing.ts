"use client"

import type { FormEvent, RefObject } from "react"
import type { SensitiveWords } from "@/components/ui/sensitive-hint"
import type { TextBox } from "@/components/ui/text-editing"
import { useSensitive } from "@/components/ui/use-sensitive"
import { type SuggestTags, useTagPicking } from "@/components/ui/use-tag-picking"
import { replaceVague, useVague } from "@/components/ui/use-vague"
import { useWrittenText } from "@/components/ui/use-written-text"
import type { VagueHelp } from "@/components/ui/vague-offers"
import type { Vague } from "@/lib/platform/vague"

/** What helps with writing: made by `writingHelp()` on the server. */
export interface WritingHelp extends VagueHelp {
  sensitive: SensitiveWords
  tagsLabel: string
  suggestTags?: SuggestTags
}

/**
 * Everything that `WritingBox` knows of its field, for boxes that look otherwise: the text and the
 * ranges for `MirrorText`, the hits for `WritingHints`, tags for `TagList`. The field gets `listeners`,
 * and its keys go to `picking.onKeyDown` first.
 */
export function useWriting(field: RefObject<TextBox | null>, help: WritingHelp) {
  const { text, composing, listeners } = useWrittenText(field)
  const vague = useVague(text, help.wording, composing)
  const sensitive = useSensitive(field, text, composing)
  const picking = useTagPicking(field, help.suggestTags)
  return {
    text,
    composing,
    ranges: [...sensitive.ranges, ...vague.ranges],
    sensitive,
    hit: vague.hit,
    dismiss: vague.dismiss,
    replace: (hit: Vague, by: string) => replaceVague(field, hit, by),
    picking,
    listeners: {
      ...listeners,
      onInput: (event: FormEvent<TextBox>) => {
        listeners.onInput()
        const { nativeEvent } = event
        if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) picking.look()
      },
      onCompositionEnd: () => {
        listeners.onCompositionEnd()
        picking.look()
      },
      onClick: picking.follow,
      onBlur: picking.close,
    },
  }
}
