"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { sendAction } from "@/lib/messages/actions"

/** The message box of a page without script: words only. */
export function PlainComposer({
  groupId,
  label,
  send,
}: {
  groupId: number
  label: string
  send: string
}) {
  const [answer, submit] = useActionState(sendAction, null)
  return (
    <form action={submit} className="shrink-0 px-5 pb-4 max-md:px-3">
      <input type="hidden" name="groupId" value={groupId} />
      {answer?.ok === false && <FormError>{answer.fields?.body ?? answer.message}</FormError>}
      <div className="field-box flex min-h-23.5 items-end gap-2 rounded-box p-2">
        <textarea
          name="body"
          aria-label={label}
          placeholder={label}
          rows={2}
          required
          className="min-w-0 flex-1 resize-none bg-transparent px-1.5 text-prose outline-none"
        />
        <Button type="submit" tone="primary" icon="send-horizontal">
          {send}
        </Button>
      </div>
    </form>
  )
}
