"use client"

import { useActionState, useEffect } from "react"
import { IconButton } from "@/components/ui/icon-button"
import { toast } from "@/components/ui/toast"
import { clearFromShelfAction } from "@/lib/clients/shelf-actions"

/** × behind a file that lies ready for a client. */
export function ClearFile({ id, file, label }: { id: number; file: number; label: string }) {
  const [answer, submit, sending] = useActionState(clearFromShelfAction, null)
  useEffect(() => {
    if (answer?.ok === false) toast(answer.message)
  }, [answer])
  return (
    <form action={submit} className="shrink-0">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="file" value={file} />
      <IconButton
        type="submit"
        icon="x"
        label={label}
        disabled={sending}
        className="size-7 opacity-0 group-focus-within/file:opacity-100 group-hover/file:opacity-100 max-md:size-11 max-md:opacity-100"
      />
    </form>
  )
}
