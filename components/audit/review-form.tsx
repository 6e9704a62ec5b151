"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
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
    <form action={submit} className="mt-3 flex max-w-140 flex-wrap items-start gap-x-2 gap-y-1">
      <input type="hidden" name="id" value={id} />
      <InputField
        id="review-note"
        name="note"
        label={words.note}
        hint={words.hint}
        maxLength={1000}
        className="flex-1 basis-60"
      />
      <Button type="submit" icon="check" size="m" disabled={sending} className="mt-6">
        {words.submit}
      </Button>
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
    </form>
  )
}
