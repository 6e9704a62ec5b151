"use client"

import { type RefObject, useEffect, useLayoutEffect, useState } from "react"
import type { TextBox } from "@/components/ui/text-editing"

/**
 * What stands in a field, however it came there: typed, composed, set by React or by a form that
 * was reset. Empty until the script runs, so that the server draws nothing of what depends on it.
 */
export function useWrittenText(field: RefObject<TextBox | null>) {
  const [text, setText] = useState("")
  const [composing, setComposing] = useState(false)
  useLayoutEffect(() => setText(field.current?.value ?? ""))
  useEffect(() => {
    const box = field.current
    if (!box) return
    const read = () => setText(box.value)
    const later = () => setTimeout(read)
    const begin = () => setComposing(true)
    const end = () => setComposing(false)
    const { form } = box
    box.addEventListener("input", read)
    box.addEventListener("compositionstart", begin)
    box.addEventListener("compositionend", end)
    form?.addEventListener("reset", later)
    return () => {
      box.removeEventListener("input", read)
      box.removeEventListener("compositionstart", begin)
      box.removeEventListener("compositionend", end)
      form?.removeEventListener("reset", later)
    }
  }, [field])
  return { text, composing }
}
