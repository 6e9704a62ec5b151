"use client"

import { type RefObject, useLayoutEffect, useState } from "react"
import { setText } from "@/components/ui/text-editing"

/**
 * What was typed before the script had arrived, or put back by the browser: a field whose text React
 * keeps would lose it with the next thing that React draws there.
 * @param kept the text that React knows of; undefined where the field keeps its own
 * @param take gets the other one, once, and whether the field has the focus
 */
export function useTypedBefore(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  kept: string | undefined,
  take: (typed: string, focused: boolean) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only before the script was there
  useLayoutEffect(() => {
    const typed = field.current?.value
    if (kept !== undefined && typed !== undefined && typed !== kept)
      take(typed, document.activeElement === field.current)
  }, [])
}

type Resettable = HTMLTextAreaElement | HTMLSelectElement

/**
 * React puts what a textarea, or a choice that it keeps, came with over what was typed there before
 * the script had arrived; whoever draws it can still read it.
 * @param id of the field
 * @param take gets it, once
 */
export function useTypedOver(id: string, take = putBack): void {
  const [typed] = useState(() => fieldOf(id)?.value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only before the script was there
  useLayoutEffect(() => {
    const field = fieldOf(id)
    if (field && typed !== undefined && field.value !== typed) take(typed, field)
  }, [])
}

function fieldOf(id: string): Resettable | null {
  if (typeof document === "undefined") return null
  const field = document.getElementById(id)
  return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field : null
}

function putBack(typed: string, field: Resettable): void {
  if (field instanceof HTMLTextAreaElement) setText(field, typed)
}
