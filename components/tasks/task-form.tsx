"use client"

import { type KeyboardEvent, useActionState } from "react"
import { TaskFields, type TaskFormData } from "@/components/tasks/task-fields"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { createTaskAction } from "@/lib/tasks/actions"

/** 新建任务, in its dialog or on a page of its own. ⌘↵ submits from anywhere in it. */
export function TaskForm({
  data,
  formKey,
  cancel,
}: {
  data: TaskFormData
  formKey: string
  cancel: string
}) {
  const [answer, submit, sending] = useActionState(createTaskAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form action={submit} onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      <DialogBody>
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <TaskFields data={data} errors={failed?.fields ?? {}} typed={failed?.typed ?? {}} />
      </DialogBody>
      <DialogFoot>
        <ButtonLink href={cancel} tone="quiet" size="m">
          {data.words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {data.words.create}
        </Button>
      </DialogFoot>
    </form>
  )
}
