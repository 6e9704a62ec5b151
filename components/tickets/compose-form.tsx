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
import { stopIn } from "@/components/outward/stopped"
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
  busy: elsewhere = false,
  typed = "",
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
  /** Another action of the same form is on its way. */
  busy?: boolean
  /** What another action of the form gave back, where there is no script to keep it. */
  typed?: string
  buttons: (busy: boolean, done: () => void, text: string) => ReactNode
}) {
  const { answer, submit, sending, onSubmit, ...box } = useSending(action, attach.failed, typed)
  const { text, setText, turn, uploads, done } = box
  const field = useRef<TextBox>(null)
  const busy = sending || elsewhere || !uploads.ready
  const onKeyDown = (event: KeyboardEvent<TextBox>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
    event.preventDefault()
    if (!busy) event.currentTarget.form?.requestSubmit()
  }
  const put = (more: string) => {
    setText((before) => (before.trim() === "" ? more : `${before.trimEnd()}\n${more}`))
    field.current?.focus()
  }
  return (
    <form action={submit} onSubmit={onSubmit}>
      <input type="hidden" name="id" value={id} />
      <FormKey seed={formKey} turn={turn} />
      {answer?.ok === false && !stopIn(answer) && (
        <FormError>{answer.fields?.body ?? answer.message}</FormError>
      )}
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
        {buttons(busy, done, text.trim())}
      </div>
      {outward && <WaysOut answer={answer} text={typedIn(answer)} now={text} words={outward} />}
    </form>
  )
}

/** What is in the box, and what of it is on its way: done, that alone leaves the box. */
function useSending(action: Act, failed: string, typed: string) {
  const [answer, submit, sending] = useActionState(action, null)
  const [text, setText] = useState(typedIn(answer) || typed)
  const [turn, setTurn] = useState(0)
  const uploads = useUploads(failed)
  const sent = useRef({ text, files: uploads.uploads })
  const clear = useRef(() => {})
  clear.current = () => {
    for (const { key } of sent.current.files) uploads.drop(key)
    setText((now) => withoutSent(now, sent.current.text))
    setTurn((last) => last + 1)
  }
  useEffect(() => {
    if (answer?.ok) clear.current()
  }, [answer])
  const onSubmit = () => {
    sent.current = { text, files: uploads.uploads }
  }
  const done = () => clear.current()
  return { answer, submit, sending, text, setText, turn, uploads, onSubmit, done }
}

/** What was written while the words before it were on their way stays. */
const withoutSent = (now: string, sent: string): string =>
  now.startsWith(sent) ? now.slice(sent.length).trimStart() : now

export const typedIn = (answer: Result<unknown> | null): string =>
  answer?.ok === false ? (answer.typed?.body ?? "") : ""
