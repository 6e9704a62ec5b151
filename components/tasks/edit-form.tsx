"use client"

import { useActionState, useState } from "react"
import { TaskFields, type TaskFormData } from "@/components/tasks/task-fields"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { saveTaskAction } from "@/lib/tasks/actions"

type Standing = { name: string; description: string; risk: string; version: number }

/** Somebody may have been faster: then both texts are shown, and nothing is overwritten unseen. */
export function EditForm({
  data,
  id,
  version,
  words,
}: {
  data: TaskFormData
  id: number
  version: number
  words: { theirs: string; yours: string }
}) {
  const [answer, submit, sending] = useActionState(saveTaskAction, null)
  // The page may read itself again meanwhile; what was typed still began with this version.
  const [began] = useState(version)
  const failed = answer?.ok === false ? answer : undefined
  const standing =
    failed?.code === "conflict" && isStanding(failed.current) ? failed.current : undefined
  return (
    <form action={submit} className="flex flex-col">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={standing?.version ?? began} />
      <DialogBody>
        {failed && <FormError>{failed.message}</FormError>}
        {standing && <TheirText standing={standing} title={words.theirs} />}
        <TaskFields data={data} errors={failed?.fields ?? {}} typed={failed?.typed ?? {}} />
      </DialogBody>
      <DialogFoot>
        <ButtonLink href={`/tasks/${id}`} tone="quiet" size="m">
          {data.words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {data.words.save}
        </Button>
      </DialogFoot>
    </form>
  )
}

function TheirText({ standing, title }: { standing: Standing; title: string }) {
  return (
    <section aria-label={title} className="my-3 border-l-2 border-support pl-3 text-prose">
      <h2 className="text-control font-semibold">{title}</h2>
      <p className="font-semibold">{standing.name}</p>
      <p className="whitespace-pre-line text-ink-2">{standing.description}</p>
      <p className="whitespace-pre-line text-ink-2">{standing.risk}</p>
    </section>
  )
}

const isStanding = (value: unknown): value is Standing =>
  typeof value === "object" && value !== null && "version" in value && "name" in value
