"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { guestSayAction } from "@/lib/guests/actions"

/** Where a guest writes; works without script, and keeps what wasn't taken. */
export function GuestComposer({
  groupId,
  formKey,
  words,
}: {
  groupId: number
  formKey: string
  words: { write: string; send: string }
}) {
  const [answer, submit, sending] = useActionState(guestSayAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit}>
      <FormKey seed={formKey} />
      <input type="hidden" name="group" value={groupId} />
      {failed && <FormError>{failed.fields?.body ?? failed.message}</FormError>}
      <div className="field-box flex items-end gap-2 rounded-box p-1.5">
        <textarea
          key={failed?.typed?.body}
          name="body"
          aria-label={words.write}
          placeholder={words.write}
          defaultValue={failed?.typed?.body}
          rows={2}
          maxLength={10_000}
          required
          className="min-w-0 flex-1 resize-none bg-transparent px-1.5 text-prose outline-none"
        />
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
