"use client"

import { useState } from "react"
import { RareTaskFields } from "@/components/tasks/rare-task-fields"
import { DateTimeField, type QuickPick } from "@/components/ui/date-time-field"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
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
  /** Groups whose work it may be. */
  groups: Choice[]
  riskLevels: Segment[]
  labels: Choice[]
  priorities: Segment[]
  /** How often a new one can come again; none for one that is there. */
  repeats: Choice[]
  picks: QuickPick[]
  start: {
    name: string
    description: string
    risk: string
    priority: string
    due: string
    start: string
    home: string
    group: string
    riskLevel: string
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
      | "riskLevel"
      | "home"
      | "group"
      | "reason"
      | "repeat"
      | "sensitivity",
      string
    >
    pick: PickerWords
    picks: string
    noHome: string
    noGroup: string
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

interface Filled {
  data: TaskFormData
  errors: Texts
  typed: Texts
}

/** When it is due; another time than the one that people reckon with needs a reason. */
function DueField({ data: { words, start, picks }, errors, typed }: Filled) {
  const label = words.fields
  const [due, setDue] = useState(typed.due ?? start.due)
  const moved = start.due !== "" && due !== start.due
  return (
    <>
      <DateTimeField
        name="due"
        label={label.due}
        error={errors.due}
        defaultValue={typed.due ?? start.due}
        picks={picks}
        picksLabel={words.picks}
        onChange={setDue}
      />
      {(moved || errors.reason) && (
        <Field label={label.reason} error={errors.reason} className="md:col-span-2">
          {(wiring) => (
            <Input {...wiring} name="reason" maxLength={500} defaultValue={typed.reason ?? ""} />
          )}
        </Field>
      )}
    </>
  )
}

/** Whose work it is: a department's, a group's. */
function PlaceFields({ data: { words, start, homes, groups }, errors, typed }: Filled) {
  const label = words.fields
  return (
    <>
      <SelectField
        name="department"
        label={label.home}
        error={errors.department}
        defaultValue={typed.department ?? start.home}
      >
        <Options of={[{ value: "", label: words.noHome }, ...homes]} />
      </SelectField>
      {groups.length > 0 && (
        <SelectField
          name="group"
          label={label.group}
          error={errors.group}
          defaultValue={typed.group ?? start.group}
        >
          <Options of={[{ value: "", label: words.noGroup }, ...groups]} />
        </SelectField>
      )}
    </>
  )
}

export function TaskFields({ data, errors, typed }: Filled) {
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
        typed={typed.owner}
        required
      />
      <DueField data={data} errors={errors} typed={typed} />
      <PeoplePicker
        name="coworkers[]"
        label={label.coworkers}
        error={errors.coworkers}
        search={findPeople}
        words={words.pick}
        defaultPeople={start.coworkers}
        typed={typed.coworkers}
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
      <PlaceFields data={data} errors={errors} typed={typed} />
      <RareTaskFields data={data} errors={errors} typed={typed} />
    </div>
  )
}
