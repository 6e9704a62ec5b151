"use client"

import { useActionState } from "react"
import { FormError } from "@/components/ui/form-error"
import { type StatePart, StateSegmented } from "@/components/ui/state-segmented"
import { setLevelAction } from "@/lib/people/account-actions"

/** A head gives a member a level; one press changes it. */
export function LevelForm({
  id,
  level,
  label,
  levels,
}: {
  id: number
  level: string
  label: string
  levels: StatePart[]
}) {
  const [answer, submit] = useActionState(setLevelAction, null)
  return (
    <form action={submit} className="max-w-90">
      <input type="hidden" name="id" value={id} />
      <StateSegmented name="level" label={label} parts={levels} value={level} />
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
    </form>
  )
}
