"use client"

import {
  type KeyboardEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react"
import { useUploads } from "@/components/messages/use-uploads"
import { type OutwardWords, WaysOut } from "@/components/outward/ways-out"
import { AttachFiles, type AttachWords, FilesOnTheWay } from "@/components/tasks/comment-files"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { isComposing, type TextBox } from "@/components/ui/text-editing"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingBox } from "@/components/ui/writing-box"
import type { Result } from "@/lib/platform/result"

export type Act = (before: unknown, form: FormData) => Promise<Result<unknown>>

/** A box with files and its buttons; ⌘↵ presses the first of them. What wasn't taken stays. */
export function ComposeForm({
  id,
  label,
  formKey,
  help,
  attach,
  action,
  frame,
  outward,
  offer,
  buttons,
}: {
  id: number
  label: string
  formKey: string
  help: WritingHelp
  attach: AttachWords
  action: Act
  /** How the box looks: it says who reads what is written in it. */
  frame: string
  /** Where outsiders read it: what stops it on its way. */
  outward?: OutwardWords
  /** Texts to put into the box, above it. */
  offer?: (put: (text: string) => void) => ReactNode
  buttons: (busy: boolean, done: () => void, text: string) => ReactNode
}) {
  const [text, setText] = useState("")
  const [turn, setTurn] = useState(0)
  const field = useRef<TextBox>(null)
  const uploads = useUploads(attach.failed)
  const [answer, submit, sending] = useActionState(action, null)
  const clear = useRef(() => {})
  clear.current = () => {
    uploads.clear()
    setText("")
    setTurn((last) => last + 1)
  }
  useEffect(() => {
    if (answer?.ok) clear.current()
  }, [answer])
  const onKeyDown = (event: KeyboardEvent<TextBox>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
    event.preventDefault()
    if (uploads.ready) event.currentTarget.form?.requestSubmit()
  }
  const put = (more: string) => {
    setText((before) => (before.trim() === "" ? more : `${before.trimEnd()}\n${more}`))
    field.current?.focus()
  }
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <FormKey seed={formKey} turn={turn} />
      {answer?.ok === false && <FormError>{answer.fields?.body ?? answer.message}</FormError>}
      <FilesOnTheWay uploads={uploads.uploads} words={attach} onDrop={uploads.drop} />
      {offer?.(put)}
      <WritingBox
        fieldRef={field}
        data-reply
        name="body"
        aria-label={label}
        placeholder={label}
        rows={3}
        maxLength={10_000}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        help={help}
        boxClassName={frame}
        className="min-h-16 resize-none"
        aside={<AttachFiles label={attach.add} onChoose={uploads.add} />}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {buttons(sending || !uploads.ready, () => clear.current(), text.trim())}
      </div>
      {outward && <WaysOut answer={answer} text={text.trim()} words={outward} />}
    </form>
  )
}
