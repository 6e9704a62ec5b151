"use client"

import { useActionState } from "react"
import type { KindWords } from "@/components/outward/stop-dialog"
import { WaysOut } from "@/components/outward/ways-out"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { sendAction } from "@/lib/messages/actions"
import type { StopWords } from "@/lib/outward/words-stop"

/** The message box of a page without script: words only, as high as the one that takes its place. */
export function PlainComposer({
  groupId,
  label,
  send,
  stop,
  kinds,
}: {
  groupId: number
  label: string
  send: string
  stop: StopWords
  kinds: KindWords
}) {
  const [answer, submit] = useActionState(sendAction, null)
  const refused = answer?.ok === false ? answer : undefined
  const typed = refused?.typed?.body ?? ""
  return (
    <form action={submit} className="shrink-0 px-5 pb-4 max-md:px-3 max-md:pb-2">
      <input type="hidden" name="groupId" value={groupId} />
      {refused && <FormError>{refused.fields?.body ?? refused.message}</FormError>}
      <div className="field-box flex min-h-19.5 items-end gap-2 rounded-box p-2 max-md:min-h-26.75">
        <textarea
          key={typed}
          name="body"
          aria-label={label}
          placeholder={label}
          rows={2}
          required
          defaultValue={typed}
          className="min-w-0 flex-1 resize-none bg-transparent px-1.5 text-prose outline-none"
        />
        <Button type="submit" tone="primary" icon="send-horizontal">
          {send}
        </Button>
      </div>
      <WaysOut answer={refused} text={typed.trim()} words={{ stop, kinds }} />
    </form>
  )
}
