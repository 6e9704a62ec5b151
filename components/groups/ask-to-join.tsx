"use client"

import { useActionState } from "react"
import { Button, buttonClass } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { askToJoinAction } from "@/lib/groups/actions"

/** Asks a group's managers to be let in, with a word to them. */
export function AskToJoin({
  groupId,
  words,
}: {
  groupId: number
  words: { ask: string; label: string; note: string; send: string }
}) {
  const [answer, submit, sending] = useActionState(askToJoinAction, null)
  return (
    <details className="open:w-full">
      <summary aria-label={words.label} className={`${buttonClass()} w-fit`}>
        {words.ask}
      </summary>
      <form action={submit} className="mt-2 flex max-w-140 flex-wrap gap-2">
        <input type="hidden" name="groupId" value={groupId} />
        <Input
          name="note"
          aria-label={words.note}
          placeholder={words.note}
          maxLength={200}
          className="flex-1 basis-60"
        />
        <Button type="submit" size="m" tone="primary" disabled={sending}>
          {words.send}
        </Button>
      </form>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </details>
  )
}
