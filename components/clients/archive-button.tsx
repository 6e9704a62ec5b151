"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { archiveClientAction } from "@/lib/clients/actions"

/** 归档, and back: it can be undone, so nobody is asked whether they are sure. */
export function ArchiveButton({
  id,
  archived,
  word,
}: {
  id: number
  archived: boolean
  word: string
}) {
  const [answer, submit, sending] = useActionState(archiveClientAction, null)
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="archived" value={archived ? "false" : "true"} />
      <Button type="submit" tone="quiet" icon="archive" disabled={sending}>
        {word}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
