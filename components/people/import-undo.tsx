"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { undoImportAction } from "@/lib/people/import-actions"

/** 撤销导入: everything or nothing, and what stands in its way is said. */
export function UndoImport({ id, label }: { id: number; label: string }) {
  const [answer, submit, sending] = useActionState(undoImportAction, null)
  return (
    <form action={submit} className="mt-2 flex flex-col items-start gap-2">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" tone="danger" icon="undo-2" disabled={sending}>
        {label}
      </Button>
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
    </form>
  )
}
