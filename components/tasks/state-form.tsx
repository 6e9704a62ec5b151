"use client"

import { useActionState } from "react"
import { FormError } from "@/components/ui/form-error"
import { type StatePart, StateSegmented } from "@/components/ui/state-segmented"
import { moveTaskAction } from "@/lib/tasks/actions"

/** The state in four parts: one press changes it, with or without JavaScript. */
export function StateForm({
  id,
  value,
  label,
  parts,
  disabled,
}: {
  id: number
  value: string
  label: string
  parts: StatePart[]
  disabled: boolean
}) {
  const [answer, submit] = useActionState(moveTaskAction, null)
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <StateSegmented name="state" label={label} parts={parts} value={value} disabled={disabled} />
      {answer?.ok === false && (
        <div className="mt-2">
          <FormError>{answer.message}</FormError>
        </div>
      )}
    </form>
  )
}
