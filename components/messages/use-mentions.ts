"use client"

import { type RefObject, useCallback, useEffect, useMemo, useState } from "react"
import { look } from "@/components/messages/talk-requests"
import type { DrawnRange } from "@/components/ui/mirror-text"
import { replaceText, type TextBox } from "@/components/ui/text-editing"

export interface Candidate {
  /** 0 for everybody. */
  id: number
  name: string
  pinyin: string
  face: number | null
  department: string
}

export interface Mention {
  /** 0 for everybody. */
  personId: number
  name: string
  reason: string
  needsAnswer: boolean
}

/** What is being typed after an @, and where. */
export interface Asked {
  start: number
  end: number
  query: string
}

/** An @ begins a mention anywhere but inside a word in other letters: mails aren't mentions. */
function askedAt(field: TextBox): Asked | null {
  const end = field.selectionStart ?? 0
  if (end !== field.selectionEnd) return null
  const found = /(?:^|[^\w.])@([^\s@]{0,20})$/.exec(field.value.slice(0, end))
  if (!found) return null
  const query = found[1] ?? ""
  return { start: end - query.length - 1, end, query }
}

/** Where mentions stand in the text: each name behind an @. */
function rangesOf(text: string, mentions: readonly Mention[]): DrawnRange[] {
  return mentions.flatMap(({ name }) => {
    const found: DrawnRange[] = []
    const word = `@${name}`
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length, kind: "mention" })
    return found
  })
}

/** Mentions of a text while it is written: asked for by @, each with its reason. */
export function useMentions(
  field: RefObject<TextBox | null>,
  text: string,
  composing: boolean,
  begun: readonly Mention[],
) {
  const [mentions, setMentions] = useState(begun)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [left, setLeft] = useState<number | null>(null)

  // What is no longer in the text is no longer mentioned.
  const standing = useMemo(
    () => mentions.filter(({ name }) => text.includes(`@${name}`)),
    [mentions, text],
  )
  const settled = asked && standing.some(({ name }) => name === asked.query)

  const read = useCallback(() => {
    const box = field.current
    const found = box && document.activeElement === box ? askedAt(box) : null
    setAsked(found)
    if (!found) setLeft(null)
  }, [field])
  useEffect(() => {
    if (!composing) read()
  }, [composing, read])

  const add = (mention: Mention) => {
    const box = field.current
    if (!box || !asked) return
    setMentions((before) => [
      ...before.filter(({ personId }) => personId !== mention.personId),
      mention,
    ])
    replaceText(box, asked, `@${mention.name} `)
    setAsked(null)
  }
  return {
    mentions: standing,
    ranges: useMemo(() => rangesOf(text, standing), [text, standing]),
    asked: settled || (asked && left === asked.start) ? null : asked,
    read,
    add,
    clear: useCallback(() => setMentions([]), []),
    /** Esc: this @ stays what it is. */
    leave: () => setLeft(asked?.start ?? null),
  }
}

const pause = 120

/** Members that fit what is typed, with a little rest between questions. */
export function useCandidates(groupId: number, query: string | null): readonly Candidate[] {
  const [found, setFound] = useState<readonly Candidate[]>([])
  useEffect(() => {
    if (query === null) return setFound([])
    let over = false
    const timer = setTimeout(async () => {
      const people = await look<Candidate[]>("people", { group: groupId, q: query })
      if (!over && people) setFound(people)
    }, pause)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [groupId, query])
  return found
}
