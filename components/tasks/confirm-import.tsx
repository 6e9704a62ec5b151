"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { FormKey } from "@/components/ui/form-key"
import { importTalksAction } from "@/lib/clients/import-actions"
import { importMattersAction } from "@/lib/matters/import-actions"
import { importMeetingsAction } from "@/lib/meetings/import-actions"
import { importTasksAction } from "@/lib/tasks/import-actions"

const actions = {
  tasks: importTasksAction,
  matters: importMattersAction,
  clients: importTalksAction,
  meetings: importMeetingsAction,
}
export type Imported = keyof typeof actions

/** 导入: writes what the preview shows, once. */
export function ConfirmImport({
  kind,
  file,
  word,
  formKey,
}: {
  kind: Imported
  file: number
  word: string
  formKey: string
}) {
  const [answer, submit, sending] = useActionState(actions[kind], null)
  return (
    <form action={submit} className="flex items-center gap-2">
      <input type="hidden" name="file" value={file} />
      <FormKey seed={formKey} />
      <Button type="submit" tone="primary" disabled={sending} aria-describedby="import-lead">
        {word}
      </Button>
      {answer?.ok === false && (
        <FieldError>{Object.values(answer.fields ?? {})[0] ?? answer.message}</FieldError>
      )}
    </form>
  )
}
