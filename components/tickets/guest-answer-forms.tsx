"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { TextareaField } from "@/components/ui/textarea"
import { guestConfirmAction, guestDenyAction } from "@/lib/tickets/guest-actions"

/** 确认已解决. */
export function ConfirmForm({
  ticket,
  formKey,
  word,
}: {
  ticket: number
  formKey: string
  word: string
}) {
  const [answer, submit, sending] = useActionState(guestConfirmAction, null)
  return (
    <form action={submit}>
      <FormKey seed={formKey} />
      <input type="hidden" name="ticket" value={ticket} />
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      <Button type="submit" tone="primary" size="l" icon="check" wide disabled={sending}>
        {word}
      </Button>
    </form>
  )
}

/** 还没解决, with what is missing: folded until somebody needs it. */
export function DenyForm({
  ticket,
  formKey,
  words,
}: {
  ticket: number
  formKey: string
  words: { open: string; send: string; box: string }
}) {
  const [answer, submit, sending] = useActionState(guestDenyAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <details open={failed ? true : undefined}>
      <summary className="link inline-flex min-h-11 cursor-pointer items-center text-control">
        {words.open}
      </summary>
      <form action={submit} className="space-y-2 pt-1">
        <FormKey seed={formKey} />
        <input type="hidden" name="ticket" value={ticket} />
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <TextareaField
          key={failed?.typed?.body}
          name="body"
          label={words.box}
          error={failed?.fields?.body}
          defaultValue={failed?.typed?.body}
          rows={3}
          maxLength={2_000}
          required
        />
        <Button type="submit" size="m" disabled={sending}>
          {words.send}
        </Button>
      </form>
    </details>
  )
}
