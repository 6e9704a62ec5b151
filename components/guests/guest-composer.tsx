"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import type { Result } from "@/lib/platform/result"

/** Where a guest writes, in a group or on a ticket; works without script, and keeps what wasn't taken. */
export function GuestComposer({
  action,
  about,
  formKey,
  words,
}: {
  action: (before: unknown, form: FormData) => Promise<Result<unknown>>
  /** What it is written to: `group`, 7. */
  about: { name: string; value: number }
  formKey: string
  words: { write: string; send: string }
}) {
  const [answer, submit, sending] = useActionState(action, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit}>
      <FormKey seed={formKey} />
      <input type="hidden" {...about} />
      {failed && <FormError>{failed.fields?.body ?? failed.message}</FormError>}
      <div className="field-box flex items-end gap-2 rounded-box p-1.5">
        <textarea
          key={failed?.typed?.body}
          name="body"
          aria-label={words.write}
          placeholder={words.write}
          defaultValue={failed?.typed?.body}
          rows={1}
          maxLength={10_000}
          required
          className="field-sizing-content max-h-40 min-h-8 min-w-0 flex-1 resize-none self-center bg-transparent px-1.5 py-1 text-prose outline-none max-md:text-field"
        />
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
