"use client"

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react"
import { isComposing, replaceText, type TextBox } from "@/components/ui/text-editing"
import type { ShownTag } from "@/lib/platform/fixed-tags"
import { tagAt } from "@/lib/platform/tags"

/** Finds tags that begin with what was typed. */
export type SuggestTags = (query: string) => Promise<ShownTag[]>

const pause = 120

/**
 * Tags to choose from while one is written: asked for once typing rests, never while an input
 * method composes. `onKeyDown` says whether it took the key.
 */
export function useTagPicking(field: RefObject<TextBox | null>, suggest?: SuggestTags) {
  /** What follows the # at the caret; null where no tag is being written. */
  const [query, setQuery] = useState<string | null>(null)
  const { found, of } = useSuggestions(query, suggest)
  const [at, setAt] = useState({ of: found, nth: 0 })
  const nth = at.of === found ? at.nth : 0
  const open = query !== null && found.length > 0
  // What was offered for an earlier letter still shows, but no key takes it.
  const current = open && of === query ? found[nth] : undefined
  const move = (to: number) => setAt({ of: found, nth: (to + found.length) % found.length })
  const written = () => {
    const box = field.current
    return box && tagAt(box.value, box.selectionStart ?? 0)
  }
  const choose = ({ name }: ShownTag) => {
    const place = written()
    if (place && field.current) replaceText(field.current, place, `#${name} `)
    setQuery(null)
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open || isComposing(event)) return false
    const moves = new Map([
      ["ArrowDown", () => move(nth + 1)],
      ["ArrowUp", () => move(nth - 1)],
      ["Escape", () => setQuery(null)],
    ])
    if (current) moves.set("Enter", () => choose(current))
    const taken = event.shiftKey ? undefined : moves.get(event.key)
    if (!taken) return false
    event.preventDefault()
    event.stopPropagation()
    taken()
    return true
  }
  return {
    open,
    found,
    current,
    choose,
    onKeyDown,
    /** After something was written. */
    look: () => setQuery(suggest ? (written()?.query ?? null) : null),
    /** After the caret went elsewhere: a list that is open stays only where its tag is. */
    follow: () => setQuery(query === null ? null : (written()?.query ?? null)),
    close: () => setQuery(null),
  }
}

const none: { found: ShownTag[]; of: string } = { found: [], of: "" }

/** An answer that comes late never replaces a newer one; a tag already written needs no list. */
function useSuggestions(query: string | null, suggest?: SuggestTags) {
  const [answer, setAnswer] = useState(none)
  const turn = useRef(0)
  useEffect(() => {
    const mine = ++turn.current
    if (query === null || !suggest) {
      setAnswer(none)
      return
    }
    const timer = setTimeout(async () => {
      const tags = await suggest(query).catch(() => none.found)
      if (mine !== turn.current) return
      const written = tags.length === 1 && tags[0]?.name.toLowerCase() === query.toLowerCase()
      setAnswer({ found: written ? none.found : tags, of: query })
    }, pause)
    return () => clearTimeout(timer)
  }, [query, suggest])
  return answer
}
