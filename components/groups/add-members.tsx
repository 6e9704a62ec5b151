"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { addMembersAction } from "@/lib/groups/actions"
import { findPeople } from "@/lib/people/reading"

interface AddWords {
  label: string
  hint: string
  add: string
  added: string
  pick: PickerWords
}

/** A manager brings colleagues in, several at once. */
export function AddMembers({
  groupId,
  formKey,
  words,
}: {
  groupId: number
  formKey: string
  words: AddWords
}) {
  const [answer, submit, sending] = useActionState(addMembersAction, null)
  const [heard, setHeard] = useState(answer)
  const [turn, setTurn] = useState(0)
  // Whoever was added leaves the field.
  if (answer !== heard) {
    setHeard(answer)
    if (answer?.ok) setTurn(turn + 1)
  }
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-wrap items-start gap-x-3 gap-y-2 pt-3">
      <FormKey seed={formKey} turn={turn} />
      <input type="hidden" name="groupId" value={groupId} />
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <PeoplePicker
        key={turn}
        name="members[]"
        label={<span className="sr-only">{words.label}</span>}
        hint={words.hint}
        error={failed?.fields?.members}
        search={findPeople}
        words={words.pick}
        className="flex-1 basis-60"
        multiple
      />
      <div className="mt-1 flex items-center gap-3">
        <Button type="submit" size="m" disabled={sending}>
          {words.add}
        </Button>
        <span role="status" className="text-control text-done empty:hidden">
          {answer?.ok && !sending && words.added}
        </span>
      </div>
    </form>
  )
}
