"use client"

import { type KeyboardEvent, useActionState, useRef } from "react"
import type { ChecklistWords } from "@/components/tasks/checklist-body"
import { FieldError } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { isComposing } from "@/components/ui/text-editing"
import { addChecksAction } from "@/lib/tasks/checklist-actions"

/** Enter adds a step and stays for the next one; several pasted lines are several steps. */
export function AddChecks({ id, words }: { id: number; words: ChecklistWords }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [answer, submit, sending] = useActionState(async (before: unknown, form: FormData) => {
    const result = await addChecksAction(before, form)
    if (result.ok) field.current?.focus()
    return result
  }, null)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    if (event.currentTarget.value.trim() !== "" && !sending)
      event.currentTarget.form?.requestSubmit()
  }
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <label className="flex min-h-7.5 items-start gap-2.5 text-prose text-ink-3 max-md:min-h-11 max-md:items-center">
        <Icon name="plus" size={14} className="mt-1.5 shrink-0 max-md:mt-0" />
        <textarea
          ref={field}
          name="body"
          rows={1}
          aria-label={words.add}
          title={words.hint}
          placeholder={words.add}
          maxLength={20_000}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-40 min-h-7.5 flex-1 resize-none bg-transparent py-1 text-ink outline-none placeholder:text-ink-3 focus:border-b focus:border-focus max-md:min-h-11 max-md:py-2.5"
        />
      </label>
      <noscript>
        <button type="submit" className="link text-control">
          {words.add}
        </button>
      </noscript>
      {answer?.ok === false && <FieldError>{answer.fields?.body ?? answer.message}</FieldError>}
    </form>
  )
}
