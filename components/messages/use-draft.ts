"use client"

import { type RefObject, useCallback, useEffect, useRef } from "react"
import { keepTypedIn, typedIn } from "@/components/messages/kept-text"
import { ask, unreachable } from "@/components/messages/talk-requests"
import type { Mention } from "@/components/messages/use-mentions"
import { setText, type TextBox } from "@/components/ui/text-editing"
import type { Draft, DraftPlace } from "@/lib/messages/drafting"

const pause = 1_500

/** Where a draft is kept, and for whom. */
interface Place extends DraftPlace {
  personId: number
}

const keyOf = ({ personId, groupId, threadId }: Place) =>
  `qibu.draft.${personId}.${groupId}.${threadId ?? ""}`

/** What was typed in this browser and hasn't reached the portal, else what lies there. */
export const draftIn = (place: Place, there: Draft): Draft => typedIn(keyOf(place)) ?? there

/** What was typed before the page's script ran: it goes on in the message box. */
export function keepEarly(place: Place, there: Draft, typed: string): void {
  const { text, mentions } = draftIn(place, there)
  keepTypedIn(keyOf(place), { text: [text, typed].filter(Boolean).join("\n"), mentions })
}

/**
 * What is typed and not sent: kept in this browser with every letter, and for one's other devices
 * after a moment of rest.
 * @param begun what the box begins with
 * @param there what lies in the portal
 */
export function useDraft(
  field: RefObject<TextBox | null>,
  place: Place,
  { begun, there, mentions }: { begun: Draft; there: Draft; mentions: readonly Mention[] },
  focusKey: string | number | undefined,
) {
  const key = keyOf(place)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const named = useRef(mentions)
  named.current = mentions
  const first = useRef(begun.text)
  /** The field is gone by the time the last of it is saved. */
  const text = useRef(begun.text)
  const now = useCallback((): Draft => {
    const written = text.current
    return {
      text: written,
      mentions: named.current.filter(({ name }) => written.includes(`@${name}`)),
    }
  }, [])
  const save = useSaving(place, there, now)

  useEffect(() => {
    const box = field.current
    if (box && first.current !== "" && box.value === "") setText(box, first.current)
    first.current = ""
    if (box && focusKey !== undefined && matchMedia("(hover: hover)").matches) box.focus()
    return () => clearTimeout(timer.current)
  }, [field, focusKey])
  return {
    save,
    typed: () => {
      text.current = field.current?.value ?? ""
      keepTypedIn(key, now())
      clearTimeout(timer.current)
      timer.current = setTimeout(save, pause)
    },
    clear: () => {
      named.current = []
      text.current = ""
      keepTypedIn(key, null)
      if (field.current) setText(field.current, "")
      save()
    },
  }
}

/** Hands a draft over when it has changed, at the latest when its page is left. */
function useSaving(place: Place, there: Draft, now: () => Draft): () => void {
  const { groupId, threadId } = place
  const key = keyOf(place)
  const kept = useRef(JSON.stringify(there))
  const save = useCallback(async () => {
    const draft = now()
    const written = JSON.stringify(draft)
    if (written === kept.current) return keepTypedIn(key, null)
    keepTypedIn(key, draft)
    kept.current = written
    const answer = await ask("draft", { groupId, threadId, ...draft }, { keepalive: true })
    if (answer === unreachable || !answer.ok) kept.current = ""
    // From now on the portal's is the newer one, also when another device goes on with it.
    else if (typedIn(key)?.text === draft.text) keepTypedIn(key, null)
  }, [now, threadId, groupId, key])
  useEffect(() => {
    const leave = () => void save()
    addEventListener("pagehide", leave)
    return () => {
      removeEventListener("pagehide", leave)
      leave()
    }
  }, [save])
  return useCallback(() => void save(), [save])
}
