"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { TextareaField } from "@/components/ui/textarea"
import { reviewEventAction } from "@/lib/audit/actions"

/** 标为已复核, with what was found. The event itself stays as it is. */
export function ReviewForm({
  id,
  words,
}: {
  id: number
  words: { note: string; hint: string; submit: string }
}) {
  const [answer, submit, sending] = useActionState(reviewEventAction, null)
  return (
    <form action={submit} className="mt-3 grid max-w-120 justify-items-start gap-2">
      <input type="hidden" name="id" value={id} />
      <TextareaField
        id="review-note"
        name="note"
        label={words.note}
        hint={words.hint}
        maxLength={1000}
        rows={2}
        className="w-full"
      />
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      <Button type="submit" icon="check" disabled={sending}>
        {words.submit}
      </Button>
    </form>
  )
}
