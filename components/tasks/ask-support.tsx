"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { moveTaskAction } from "@/lib/tasks/actions"

export interface AskSupportWords {
  need: string
  hint: string
  ask: string
  cancel: string
}

/** 需支持 asks who or what is needed, so that those who are told know what they are asked for. */
export function AskSupport({
  id,
  words,
  focused,
  onCancel,
}: {
  id: number
  words: AskSupportWords
  /** It was opened by a press: whoever pressed goes on to write. */
  focused?: boolean
  onCancel?: () => void
}) {
  const [answer, submit, sending] = useActionState(moveTaskAction, null)
  return (
    <form action={submit} className="mt-2 grid gap-2 rounded-field bg-support-wash p-2.5">
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="state" value="need_support" />
      <InputField
        name="support"
        label={words.need}
        placeholder={words.hint}
        maxLength={500}
        required
        autoFocus={focused}
      />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" disabled={sending}>
          {words.ask}
        </Button>
        {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
      </div>
    </form>
  )
}
