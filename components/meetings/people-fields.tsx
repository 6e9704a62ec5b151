"use client"

import type { Given } from "@/components/meetings/meeting-fields"
import { Options } from "@/components/ui/options"
import { PeoplePicker } from "@/components/ui/people-picker"
import { SelectField } from "@/components/ui/select"
import { peopleToInvite } from "@/lib/meetings/free-busy"
import { findPeople } from "@/lib/people/reading"

/** Host, note-taker and everybody else, one by one or a whole group or department at once. */
export function PeopleFields({ data, booking, errors }: Given) {
  const { field, form, pick } = data.words
  const invite = async (ref: string) => {
    if (ref !== "") booking.addPeople(await peopleToInvite(ref))
  }
  return (
    <>
      <SelectField
        key={`invite-${booking.people.turn}`}
        name="invite"
        label={form.invite}
        error={errors.invite}
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
        onChange={booking.setNoteTaker}
      />
    </>
  )
}
