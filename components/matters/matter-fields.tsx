"use client"

import { PartFields } from "@/components/matters/part-fields"
import { DateTimeField } from "@/components/ui/date-time-field"
import { Field } from "@/components/ui/field"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { type Segment, Segmented } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingField } from "@/components/ui/writing-box"
import { findPeople } from "@/lib/people/reading"

type Choice = { value: number; label: string }
export type Chosen = { id: number; name: string; face?: number | null }
export type Texts = Record<string, string | undefined>

/** What the server hands to the form: choices, words, and the values it begins with. */
export interface MatterFormData {
  /** Named when one is edited rather than registered. */
  known?: { id: number; version: number }
  homes: Choice[]
  departments: Choice[]
  groups: Choice[]
  labels: Choice[]
  urgencies: Segment[]
  help: WritingHelp
  start: Record<
    | "description"
    | "goal"
    | "background"
    | "department"
    | "work"
    | "urgency"
    | "due"
    | "remark"
    | "group"
    | "sensitivity",
    string
  > & { owner: Chosen[]; parts: { department: string; owner: Chosen[]; work: string }[] }
  words: Record<
    | "description"
    | "goal"
    | "background"
    | "department"
    | "urgency"
    | "owner"
    | "due"
    | "remark"
    | "group"
    | "sensitivity"
    | "parts"
    | "ownWork"
    | "part"
    | "who"
    | "work"
    | "headAnswers"
    | "moreParts"
    | "noDepartment"
    | "noGroup"
    | "noLabel"
    | "reason"
    | "reasonHint"
    | "note"
    | "save"
    | "cancel"
    | "theirs",
    string
  > & { columns: Record<"part" | "who" | "work", string>; pick: PickerWords }
}

interface Given {
  data: MatterFormData
  errors: Texts
  typed: Texts
}

type Name = Exclude<keyof MatterFormData["start"], "owner" | "parts">

const fieldOf = ({ data, errors, typed }: Given, name: Name & keyof MatterFormData["words"]) => ({
  name,
  label: data.words[name],
  error: errors[name],
  defaultValue: typed[name] ?? data.start[name],
})

export function MatterFields(given: Given) {
  const { words, start, known, ...data } = given.data
  const written = (name: "description" | "goal" | "background" | "remark") => ({
    ...fieldOf(given, name),
    help: data.help,
    className: "md:col-span-2",
  })
  return (
    <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
      <WritingField
        {...written("description")}
        single
        required
        maxLength={200}
        // The dialog opens for this field.
        autoFocus
        fieldClassName="h-10 text-panel"
      />
      <WritingField {...written("goal")} rows={2} maxLength={2_000} />
      <WritingField {...written("background")} rows={2} maxLength={5_000} />
      {!known && (
        <SelectField {...fieldOf(given, "department")}>
          <Options of={data.homes} />
        </SelectField>
      )}
      <InputField
        name="work"
        label={words.ownWork}
        error={given.errors.work}
        defaultValue={given.typed.work ?? start.work}
        maxLength={200}
      />
      <PartFields {...given} />
      <PlanFields {...given} />
      <WritingField {...written("remark")} rows={2} maxLength={2_000} />
    </div>
  )
}

/** Who leads it, how urgent it is, until when, and what it is linked to. */
function PlanFields(given: Given) {
  const { words, start, known, ...data } = given.data
  return (
    <>
      <PeoplePicker
        name="owner"
        label={words.owner}
        error={given.errors.owner}
        search={findPeople}
        words={words.pick}
        defaultPeople={start.owner}
        typed={given.typed.owner}
        required
      />
      <Field label={words.urgency}>
        {() => (
          <Segmented
            name="urgency"
            label={words.urgency}
            options={data.urgencies}
            defaultValue={given.typed.urgency ?? start.urgency}
            className="w-full"
          />
        )}
      </Field>
      <DateTimeField {...fieldOf(given, "due")} kind="date" />
      {known && (
        <InputField
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={given.errors.reason}
          defaultValue={given.typed.reason ?? ""}
          maxLength={500}
        />
      )}
      <SelectField {...fieldOf(given, "group")}>
        <Options of={[{ value: "", label: words.noGroup }, ...data.groups]} />
      </SelectField>
      {data.labels.length > 0 ? (
        <SelectField {...fieldOf(given, "sensitivity")}>
          <Options of={[{ value: "", label: words.noLabel }, ...data.labels]} />
        </SelectField>
      ) : (
        <input type="hidden" name="sensitivity" value={start.sensitivity} />
      )}
    </>
  )
}
