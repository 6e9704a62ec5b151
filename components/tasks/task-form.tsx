"use client"

import { type KeyboardEvent, useActionState, useEffect, useState } from "react"
import { DraftNote } from "@/components/tasks/draft-note"
import { TaskFields, type TaskFormData } from "@/components/tasks/task-fields"
import { useTaskDraft } from "@/components/tasks/use-task-draft"
import { Button, ButtonLink } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { DialogClose } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { Kbd } from "@/components/ui/kbd"
import { createTaskAction } from "@/lib/tasks/actions"

/** 新建任务, in its dialog or on a page of its own. ⌘↵ submits from anywhere in it. */
export function TaskForm({
  data,
  formKey,
  personId,
  source,
  place,
  dialog,
}: {
  data: TaskFormData
  /** What it is made from. */
  source?: string | undefined
  /** What it belongs to: its draft is kept apart from that of any other task. */
  place: string
  formKey: string
  /** Whose draft it keeps. */
  personId: number
  dialog: boolean
}) {
  const { words } = data
  const [answer, submit, sending] = useActionState(createTaskAction, null)
  const [heard, setHeard] = useState<typeof answer>(null)
  const [made, setMade] = useState("")
  const draft = useTaskDraft(`qibu.draft.task.${personId}.${place}`, data.start)
  // A failure is shown until the form begins anew.
  const failed = answer?.ok === false && answer !== heard ? answer : undefined

  useEffect(() => {
    if (!answer?.ok || answer === heard) return
    setHeard(answer)
    setMade(draft.next())
  }, [answer, heard, draft])

  const clear = () => {
    setHeard(answer)
    draft.clear()
  }
  return (
    <form
      ref={draft.form}
      action={submit}
      onKeyDown={submitByKeys}
      onInput={draft.note}
      onKeyUp={draft.note}
      onClick={draft.note}
      onSubmit={draft.send}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Hidden {...{ formKey, source }} turn={draft.turn} />
      <DialogBody>
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <TaskFields
          key={draft.turn}
          data={{ ...data, start: draft.start }}
          errors={failed?.fields ?? {}}
          typed={failed?.typed ?? {}}
        />
      </DialogBody>
      <DialogFoot
        note={<DraftNote savedAt={draft.savedAt} made={made} onClear={clear} words={words} />}
      >
        <CheckboxLabel
          key={draft.turn}
          name="again"
          value="true"
          defaultChecked={draft.turn > 0 && made !== ""}
          className="needs-script mr-2 max-md:h-11"
        >
          {words.again}
        </CheckboxLabel>
        <Cancel dialog={dialog} word={words.cancel} />
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.create}
          <span className="contents max-md:hidden [&>kbd]:border-on-accent/50 [&>kbd]:bg-transparent [&>kbd]:text-inherit">
            <Kbd>⌘↵</Kbd>
          </span>
        </Button>
      </DialogFoot>
    </form>
  )
}

function submitByKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

function Hidden({
  formKey,
  source,
  turn,
}: {
  formKey: string
  source: string | undefined
  turn: number
}) {
  return (
    <>
      <FormKey seed={formKey} turn={turn} />
      {source && <input type="hidden" name="source" value={source} />}
    </>
  )
}

/** In a dialog it leads back to the page underneath. */
function Cancel({ dialog, word }: { dialog: boolean; word: string }) {
  if (!dialog)
    return (
      <ButtonLink href="/tasks" tone="quiet" size="m">
        {word}
      </ButtonLink>
    )
  return (
    <DialogClose asChild>
      <Button tone="quiet" size="m">
        {word}
      </Button>
    </DialogClose>
  )
}
