"use client"

import { type RefObject, useCallback, useEffect, useRef } from "react"
import { keepTypedIn, typedIn } from "@/components/messages/kept-text"
import { ask } from "@/components/messages/talk-requests"
import { setText, type TextBox } from "@/components/ui/text-editing"

const pause = 1_500

/**
 * What is typed and not sent: kept in this browser with every letter, and for one's other devices
 * after a moment of rest. Threads keep theirs in this browser.
 */
export function useDraft(
  field: RefObject<TextBox | null>,
  groupId: number,
  shared: boolean,
  draft: string,
  focusKey: string | number | undefined,
) {
  const place = `qibu.draft.${groupId}.${shared ? "" : focusKey}`
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const kept = useRef(draft)

  const save = useCallback(() => {
    clearTimeout(timer.current)
    const text = field.current?.value ?? ""
    if (!shared || text === kept.current) return
    kept.current = text
    void ask("draft", { groupId, text })
  }, [field, groupId, shared])

  useEffect(() => {
    const box = field.current
    const begun = newest(typedIn(place), shared ? draft : "")
    if (box && begun !== "" && box.value === "") setText(box, begun)
    if (box && focusKey !== undefined && matchMedia("(hover: hover)").matches) box.focus()
    return () => clearTimeout(timer.current)
  }, [field, place, shared, draft, focusKey])
  useEffect(() => {
    addEventListener("pagehide", save)
    return () => {
      removeEventListener("pagehide", save)
      save()
    }
  }, [save])

  return {
    save,
    typed: () => {
      keepTypedIn(place, field.current?.value ?? "")
      clearTimeout(timer.current)
      timer.current = setTimeout(save, pause)
    },
    clear: () => {
      keepTypedIn(place, "")
      if (field.current) setText(field.current, "")
      save()
    },
  }
}

/** What was typed in this browser, unless what lies in the portal goes on from there. */
const newest = (typed: string, draft: string) => (draft.startsWith(typed) ? draft : typed)
