"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { removeDayAction } from "@/lib/calendar/actions"

export function RemoveDay({ day, word, label }: { day: string; word: string; label: string }) {
  const [answer, submit, sending] = useActionState(removeDayAction, null)
  return (
    <form action={submit}>
      <input type="hidden" name="day" value={day} />
      <Button type="submit" aria-label={label} disabled={sending}>
        {word}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
