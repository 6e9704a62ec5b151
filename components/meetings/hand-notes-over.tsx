"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { handNotesOverAction } from "@/lib/meetings/live-actions"

/** 移交记录, to somebody who is in the meeting. */
export function HandNotesOver({
  id,
  people,
  words,
}: {
  id: number
  people: readonly { id: number; name: string }[]
  words: { open: string; label: string; give: string }
}) {
  const [answer, submit, sending] = useActionState(handNotesOverAction, null)
  if (people.length === 0) return null
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-meta text-ink-2 hover:text-ink">{words.open}</summary>
      <form action={submit} className="mt-2 flex items-center gap-2">
        <input type="hidden" name="id" value={id} />
        <span className="min-w-0 flex-1">
          <Select name="noteTaker" aria-label={words.label}>
            {people.map((person) => (
              <option key={person.id} value={`#${person.id}`}>
                {person.name}
              </option>
            ))}
          </Select>
        </span>
        <Button type="submit" size="m" disabled={sending}>
          {words.give}
        </Button>
      </form>
      {answer?.ok === false && (
        <p role="alert" className="mt-1 text-meta text-cinnabar-ink">
          {answer.message}
        </p>
      )}
    </details>
  )
}
