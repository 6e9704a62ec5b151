"use client"

import { type KeyboardEvent, useActionState, useEffect, useRef, useState } from "react"
import { useUploads } from "@/components/messages/use-uploads"
import { AttachFiles, type AttachWords, FilesOnTheWay } from "@/components/tasks/comment-files"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { isComposing, type TextBox } from "@/components/ui/text-editing"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingBox } from "@/components/ui/writing-box"
import { commentTaskAction } from "@/lib/tasks/actions"

/** 写评论: Enter sends, Shift+Enter breaks the line, nothing while an input method composes. */
export function CommentForm({
  id,
  label,
  send,
  formKey,
  help,
  focused = false,
  attach,
  action = commentTaskAction,
}: {
  id: number
  label: string
  send: string
  /** Made with the page: the same text sent twice lands once. */
  formKey: string
  help: WritingHelp
  /** Ready to type in where that doesn't bring a keyboard onto the screen. */
  focused?: boolean | undefined
  /** Where files can be sent with it. */
  attach?: AttachWords | undefined
  /** What takes the comment: a task's, or that of another record. */
  action?: typeof commentTaskAction
}) {
  const [text, setText] = useState("")
  const [turn, setTurn] = useState(0)
  const field = useRef<TextBox>(null)
  const files = useUploads(attach?.failed ?? "")
  useEffect(() => {
    if (focused && matchMedia("(hover: hover)").matches) field.current?.focus()
  }, [focused])
  const [answer, submit, sending] = useActionState(async (before: unknown, form: FormData) => {
    const result = await action(before, form)
    if (result.ok) {
      files.clear()
      setText("")
      setTurn((last) => last + 1)
    }
    return result
  }, null)
  const onKeyDown = (event: KeyboardEvent<TextBox>) => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    if (files.ready) event.currentTarget.form?.requestSubmit()
  }
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <FormKey seed={formKey} turn={turn} />
      {answer?.ok === false && <FormError>{answer.fields?.body ?? answer.message}</FormError>}
      {attach && <FilesOnTheWay uploads={files.uploads} words={attach} onDrop={files.drop} />}
      <WritingBox
        fieldRef={field}
        data-reply
        name="body"
        aria-label={label}
        placeholder={label}
        rows={1}
        maxLength={10_000}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        help={help}
        boxClassName="rounded-box"
        className="my-1 max-h-44 min-h-8 resize-none pl-3"
        aside={
          <>
            {attach && <AttachFiles label={attach.add} onChoose={files.add} />}
            <SendButton word={send} disabled={sending || !files.ready} />
          </>
        }
      />
    </form>
  )
}

const SendButton = ({ word, disabled }: { word: string; disabled: boolean }) => (
  <Button type="submit" tone="quiet" icon="send-horizontal" disabled={disabled} className="m-1">
    {word}
  </Button>
)
