"use client"

import { useActionState, useState } from "react"
import { ShownBox } from "@/components/appointments/shown-box"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { IconButton } from "@/components/ui/icon-button"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { addColleagueAction, removeColleagueAction } from "@/lib/appointments/calendar-actions"
import { findPeople } from "@/lib/people/reading"

/** A colleague whose time is shown: when they are busy, never with what. */
export function ColleagueRow({
  person,
  shown,
  words,
}: {
  person: { id: number; name: string }
  shown: boolean
  words: { busyOnly: string; remove: string }
}) {
  const [answer, remove, removing] = useActionState(removeColleagueAction, null)
  return (
    <>
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <ShownBox name={`person:${person.id}`} shown={shown} label={person.name} />
        </div>
        <span className="shrink-0 text-meta text-ink-3">{words.busyOnly}</span>
        <form action={remove}>
          <input type="hidden" name="id" value={person.id} />
          <IconButton
            type="submit"
            icon="x"
            label={words.remove}
            className="size-6 max-md:size-11"
            disabled={removing}
          />
        </form>
      </div>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </>
  )
}

/** Brings a colleague's busy times beside one's own; also without script. */
export function ColleagueForm({
  words,
}: {
  words: { label: string; add: string; pick: PickerWords }
}) {
  const [answer, submit, sending] = useActionState(addColleagueAction, null)
  const [heard, setHeard] = useState(answer)
  const [turn, setTurn] = useState(0)
  if (answer !== heard) {
    setHeard(answer)
    if (answer?.ok) setTurn(turn + 1)
  }
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="mt-1 flex items-start gap-1.5">
      <PeoplePicker
        key={turn}
        name="person"
        label={<span className="sr-only">{words.label}</span>}
        error={failed?.fields?.person}
        search={findPeople}
        words={{ ...words.pick, placeholder: words.label }}
        className="min-w-0 flex-1"
      />
      <Button type="submit" disabled={sending} className="mt-1">
        {words.add}
      </Button>
      {failed && !failed.fields && <FieldError>{failed.message}</FieldError>}
    </form>
  )
}
