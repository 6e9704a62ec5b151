"use client"

import { CheckboxLabel } from "@/components/ui/checkbox"
import type { Opened } from "@/lib/guests/opened-content"
import type { Result } from "@/lib/platform/result"

/**
 * In the form of what opens something: pressed once more, it is opened although something was found in
 * it. While files are left to look at, pressing goes on looking, unless that is said here.
 */
export function SayOnceMore({
  answer,
  anyway,
}: {
  answer: Result<unknown> | null
  anyway: string
}) {
  const opened = answer?.ok === false ? openedIn(answer.current) : null
  if (!opened) return null
  if (opened.left === 0) return <input type="hidden" name="opens" value={opened.scopes} />
  return (
    <CheckboxLabel name="opens" value={opened.scopes} className="mb-3">
      {anyway}
    </CheckboxLabel>
  )
}

function openedIn(current: unknown): Pick<Opened, "left" | "scopes"> | null {
  const { opened } = Object(current)
  return typeof opened?.scopes === "string" && typeof opened.left === "number" ? opened : null
}
