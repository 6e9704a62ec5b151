"use client"

import { type KeyboardEvent, useActionState, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { commentTaskAction } from "@/lib/tasks/actions"

/** 写评论: Enter sends, Shift+Enter breaks the line, nothing while an input method composes. */
export function CommentForm({
  id,
  label,
  send,
  formKey,
  focused = false,
}: {
  id: number
  label: string
  send: string
  /** Made with the page: the same text sent twice lands once. */
  formKey: string
  /** Ready to type in where that doesn't bring a keyboard onto the screen. */
  focused?: boolean | undefined
}) {
  const [text, setText] = useState("")
  const [turn, setTurn] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focused && matchMedia("(hover: hover)").matches) field.current?.focus()
  }, [focused])
  const [answer, submit, sending] = useActionState(async (before: unknown, form: FormData) => {
    const result = await commentTaskAction(before, form)
    if (result.ok) {
      setText("")
      setTurn((last) => last + 1)
    }
    return result
  }, null)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const composing = event.nativeEvent.isComposing || event.keyCode === 229
    if (event.key !== "Enter" || event.shiftKey || composing) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <FormKey seed={formKey} turn={turn} />
      {answer?.ok === false && <FormError>{answer.fields?.body ?? answer.message}</FormError>}
      <div className="field-box flex items-end gap-1 rounded-box p-1 pl-3">
        <textarea
          ref={field}
          data-reply
          name="body"
          aria-label={label}
          placeholder={label}
          rows={1}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-44 min-h-8 min-w-0 flex-1 resize-none bg-transparent py-1.5 text-prose outline-none max-md:text-field"
        />
        <Button type="submit" tone="quiet" icon="send-horizontal" disabled={sending}>
          {send}
        </Button>
      </div>
    </form>
  )
}
