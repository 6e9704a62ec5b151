"use client"

import { type RefObject, useLayoutEffect } from "react"

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
