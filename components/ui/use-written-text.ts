"use client"

import { type RefObject, useEffect, useLayoutEffect, useState } from "react"
import type { TextBox } from "@/components/ui/text-editing"

/**
 * What stands in a field, however it came there: typed, composed, set by React or by a form that
 * was reset. Empty until the script runs, so that the server draws nothing of what depends on it.
 * The field gets `listeners`. They are React's: one of the browser's own would render before React
 * hears of the typing, and a controlled field would lose it.
 */
export function useWrittenText(field: RefObject<TextBox | null>) {
  const [text, setText] = useState("")
  const [composing, setComposing] = useState(false)
  useLayoutEffect(() => setText(field.current?.value ?? ""))
  useEffect(() => {
    const form = field.current?.form
    const read = () => setTimeout(() => setText(field.current?.value ?? ""))
    form?.addEventListener("reset", read)
    return () => form?.removeEventListener("reset", read)
  }, [field])
  const listeners = {
    onInput: () => setText(field.current?.value ?? ""),
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
  }
  return { text, composing, listeners }
}
