"use client"

import { RareTaskFields } from "@/components/tasks/rare-task-fields"
import { DateTimeField, type QuickPick } from "@/components/ui/date-time-field"
import { Field } from "@/components/ui/field"
import { Options } from "@/components/ui/options"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { type Segment, Segmented } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingField } from "@/components/ui/writing-box"
import { findPeople } from "@/lib/people/reading"

type Choice = { value: string | number; label: string }

/** What the server hands to the form: choices, words, and the values it begins with. */
export type TaskFormData = {
  homes: Choice[]
  labels: Choice[]
  priorities: Segment[]
  picks: QuickPick[]
  start: {
    name: string
    description: string
    risk: string
    priority: string
    due: string
    start: string
    home: string
    label: string
    owner: { id: number; name: string }[]
    coworkers: { id: number; name: string }[]
  }
  words: {
    fields: Record<
      | "name"
      | "description"
      | "owner"
      | "coworkers"
      | "start"
      | "due"
      | "priority"
      | "risk"
      | "home"
      | "sensitivity",
      string
    >
    pick: PickerWords
    picks: string
    noHome: string
    noLabel: string
    create: string
    save: string
    cancel: string
    again: string
    made: string
    draftSaved: string
    clear: string
  }
  help: WritingHelp
}

export type Texts = Record<string, string | undefined>

function PriorityField({ data, chosen }: { data: TaskFormData; chosen: string }) {
  const label = data.words.fields.priority
  return (
    <Field label={label}>
      {() => (
        <Segmented
          name="priority"
          label={label}
          options={data.priorities}
          defaultValue={chosen}
          className="w-full"
        />
      )}
    </Field>
  )
}

export function TaskFields({
  data,
  errors,
  typed,
}: {
  data: TaskFormData
  errors: Texts
  typed: Texts
}) {
  const { words, start } = data
  const label = words.fields
  return (
    <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
      <WritingField
        className="md:col-span-2"
        name="name"
        label={label.name}
        error={errors.name}
        defaultValue={typed.name ?? start.name}
        help={data.help}
        single
        required
        maxLength={200}
        // The dialog opens for this field.
        autoFocus
        fieldClassName="h-10 text-panel"
      />
      <PeoplePicker
        name="owner"
        label={label.owner}
        error={errors.owner}
        search={findPeople}
        words={words.pick}
        defaultPeople={start.owner}
        required
      />
      <DateTimeField
        name="due"
        label={label.due}
        error={errors.due}
        defaultValue={typed.due ?? start.due}
        picks={data.picks}
        picksLabel={words.picks}
      />
      <PeoplePicker
        name="coworkers[]"
        label={label.coworkers}
        error={errors.coworkers}
        search={findPeople}
        words={words.pick}
        defaultPeople={start.coworkers}
        multiple
      />
      <PriorityField data={data} chosen={typed.priority ?? start.priority} />
      <WritingField
        className="md:col-span-2"
        name="description"
        label={label.description}
        error={errors.description}
        defaultValue={typed.description ?? start.description}
        help={data.help}
        maxLength={10_000}
      />
      <SelectField
        name="department"
        label={label.home}
        error={errors.department}
        defaultValue={typed.department ?? start.home}
      >
        <Options of={[{ value: "", label: words.noHome }, ...data.homes]} />
      </SelectField>
      <RareTaskFields data={data} errors={errors} typed={typed} />
    </div>
  )
}
