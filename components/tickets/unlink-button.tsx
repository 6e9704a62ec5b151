"use client"

import { useActionState } from "react"
import { IconButton } from "@/components/ui/icon-button"
import { unlinkTicketAction } from "@/lib/tickets/detail-actions"

export function UnlinkButton({
  id,
  kind,
  record,
  label,
}: {
  id: number
  kind: string
  record: number
  label: string
}) {
  const [, submit, sending] = useActionState(unlinkTicketAction, null)
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="record" value={record} />
      <IconButton icon="x" label={label} type="submit" disabled={sending} />
    </form>
  )
}
