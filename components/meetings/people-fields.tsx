"use client"

import { useState } from "react"
import type { Given } from "@/components/meetings/meeting-fields"
import { Options } from "@/components/ui/options"
import { PeoplePicker } from "@/components/ui/people-picker"
import { SelectField } from "@/components/ui/select"
import { peopleToInvite } from "@/lib/meetings/free-busy"
import { findPeople } from "@/lib/people/reading"

/** Host, note-taker and everybody else, one by one or a whole group or department at once. */
export function PeopleFields({ data, booking, errors, typed }: Given) {
  const { field, form, pick } = data.words
  const [many, setMany] = useState(false)
  const invite = async (ref: string) => {
    const found = ref === "" ? [] : await peopleToInvite(ref)
    setMany(found === null)
    if (found && found.length > 0) booking.addPeople(found)
  }
  return (
    <>
      <SelectField
        key={`invite-${booking.people.turn}`}
        name="invite"
        label={form.invite}
        error={errors.invite ?? (many ? form.manyPeople : undefined)}
        onChange={(event) => void invite(event.currentTarget.value)}
      >
        <Options of={[{ value: "", label: form.nobody }, ...data.invites]} />
      </SelectField>
      <PeoplePicker
        key={booking.people.turn}
        name="people"
        label={field.people}
        error={errors.people}
        search={findPeople}
        words={pick}
        multiple
        defaultPeople={booking.people.list}
        typed={booking.people.turn === 0 ? typed.people : undefined}
        onChange={booking.changePeople}
        className="md:col-span-2"
      />
      <PeoplePicker
        name="host"
        label={field.host}
        hint={form.hostHint}
        error={errors.host}
        search={findPeople}
        words={pick}
        defaultPeople={booking.host}
        typed={typed.host}
        onChange={booking.setHost}
      />
      <PeoplePicker
        name="noteTaker"
        label={field.noteTaker}
        hint={form.noteTakerHint}
        error={errors.noteTaker}
        search={findPeople}
        words={pick}
        defaultPeople={booking.noteTaker}
        typed={typed.noteTaker}
        onChange={booking.setNoteTaker}
      />
    </>
  )
}
