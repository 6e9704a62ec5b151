"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { endLeaveAction } from "@/lib/people/leave-actions"

/** Calls leave off, or ends it early. */
export function EndLeave({ id, word, label }: { id: number; word: string; label: string }) {
  const [answer, submit, sending] = useActionState(endLeaveAction, null)
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" aria-label={label} disabled={sending}>
        {word}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
