"use client"

import { Field, FieldError } from "@/components/ui/field"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { type Segment, Segmented } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingField } from "@/components/ui/writing-box"
import { findPeople } from "@/lib/people/reading"

type Text =
  | "name"
  | "shortName"
  | "creditCode"
  | "stage"
  | "tags"
  | "region"
  | "address"
  | "remark"
  | "department"

export const contactNames = [
  "contactName",
  "contactPosition",
  "contactPhone",
  "contactEmail",
  "contactWechat",
] as const

/** What the server hands to the form: choices, words, and the values it begins with. */
export interface ClientFormData {
  /** Named when one is edited rather than made. */
  known?: { id: number; version: number }
  start: Record<Text, string> & { owner: { id: number; name: string; face?: number | null }[] }
  homes: { value: number; label: string }[]
  stages: Segment[]
  help: WritingHelp
  words: Record<
    | Text
    | (typeof contactNames)[number]
    | "owner"
    | "person"
    | "personNote"
    | "tagsHint"
    | "codeHint"
    | "like"
    | "likeOwner"
    | "likeCode"
    | "note"
    | "theirs"
    | "cancel"
    | "submit",
    string
  > & { pick: PickerWords }
}

export interface Given {
  data: ClientFormData
  errors: Record<string, string | undefined>
  typed: Record<string, string | undefined>
}

export function ClientFields({ data, errors, typed }: Given) {
  const { words, start, help } = data
  const field = (name: Text) => ({
    ...{ name, label: words[name], error: errors[name] },
    defaultValue: typed[name] ?? start[name],
  })
  return (
    <>
      <InputField {...field("shortName")} maxLength={40} />
      <InputField {...field("creditCode")} hint={words.codeHint} maxLength={40} />
      <Field label={words.stage} error={errors.stage} className="md:col-span-2">
        {() => (
          <Segmented
            name="stage"
            label={words.stage}
            options={data.stages}
            defaultValue={typed.stage ?? start.stage}
            className="w-full max-md:[&_label]:px-1"
          />
        )}
      </Field>
      <SelectField {...field("department")}>
        <Options of={data.homes} />
      </SelectField>
      {!data.known && (
        <PeoplePicker
          name="owner"
          label={words.owner}
          error={errors.owner}
          typed={typed.owner}
          defaultPeople={start.owner}
          search={findPeople}
          words={words.pick}
          required
        />
      )}
      <InputField {...field("region")} maxLength={40} />
      <InputField {...field("address")} maxLength={200} />
      <WritingField
        {...field("tags")}
        hint={words.tagsHint}
        help={help}
        single
        maxLength={200}
        className="md:col-span-2"
      />
      <WritingField
        {...field("remark")}
        help={help}
        rows={2}
        maxLength={5_000}
        className="md:col-span-2"
      />
    </>
  )
}

const kinds = new Map([
  ["contactPhone", "tel"],
  ["contactEmail", "email"],
])

/** Whom one calls first; on the page there is room for more. */
export function FirstContact({ data: { words }, errors, typed }: Given) {
  return (
    <fieldset className="grid gap-x-5 gap-y-4 md:col-span-2 md:grid-cols-2">
      <legend className="mb-2 text-control font-semibold">{words.person}</legend>
      {contactNames.map((name) => (
        <InputField
          key={name}
          name={name}
          type={kinds.get(name) ?? "text"}
          label={words[name]}
          error={errors[name]}
          defaultValue={typed[name]}
          autoComplete="off"
          maxLength={name === "contactEmail" ? 120 : 60}
        />
      ))}
      <p className="self-end text-meta text-ink-3">{words.personNote}</p>
      {errors.contact && <FieldError>{errors.contact}</FieldError>}
    </fieldset>
  )
}
