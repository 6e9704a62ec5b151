"use client"

import { DateTimeField, type QuickPick } from "@/components/ui/date-time-field"
import { Field } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { InputField } from "@/components/ui/input"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { type Segment, Segmented } from "@/components/ui/segmented"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingField } from "@/components/ui/writing-box"
import { findPeople } from "@/lib/people/reading"

type Text = "topic" | "need" | "response" | "plan" | "contact" | "at" | "next" | "method"

export interface RecordFormData {
  client: number
  /** Named when one is corrected rather than written. */
  known?: { id: number; version: number }
  start: Record<Text, string> & { owner: { id: number; name: string; face?: number | null }[] }
  methods: Segment[]
  /** Names of contacts, to choose from while typing. */
  contacts: string[]
  picks: QuickPick[]
  help: WritingHelp
  words: Record<
    Text | "owner" | "topicHint" | "atHint" | "quick" | "more" | "save" | "cancel",
    string
  > & {
    pick: PickerWords
  }
}

interface Given {
  data: RecordFormData
  errors: Record<string, string | undefined>
  typed: Record<string, string | undefined>
}

export function RecordFields(given: Given) {
  const { data, errors, typed } = given
  const { words, start, help } = data
  const written = (name: "topic" | "need" | "response" | "plan") => ({
    ...{ name, help, label: words[name], error: errors[name] },
    defaultValue: typed[name] ?? start[name],
  })
  return (
    <div className="flex flex-col gap-4">
      <Field label={words.method} error={errors.method}>
        {() => (
          <Segmented
            name="method"
            label={words.method}
            options={data.methods}
            defaultValue={typed.method ?? start.method}
            className="w-full"
          />
        )}
      </Field>
      <WritingField
        {...written("topic")}
        hint={words.topicHint}
        single
        required
        maxLength={500}
        // The dialog opens for this field.
        autoFocus
        fieldClassName="h-10 text-panel"
      />
      <div className="grid gap-4 md:grid-cols-2">
        <WritingField {...written("need")} rows={2} maxLength={5_000} />
        <WritingField {...written("response")} rows={2} maxLength={5_000} />
      </div>
      <WritingField {...written("plan")} rows={2} maxLength={2_000} />
      <DateTimeField
        name="next"
        kind="date"
        label={words.next}
        error={errors.next}
        defaultValue={typed.next ?? start.next}
        picks={data.picks}
        picksLabel={words.quick}
      />
      <MoreFields {...given} />
    </div>
  )
}

/** What is usually as it stands: the main contact, now, oneself. */
function MoreFields({ data, errors, typed }: Given) {
  const { words, start } = data
  const wrong = Boolean(errors.contact || errors.at || errors.owner)
  return (
    <details open={wrong || Boolean(data.known)} className="group text-control">
      <summary className="flex min-h-8 items-center gap-1 text-ink-2 hover:text-ink max-md:min-h-11">
        <Icon name="chevron-down" size={14} className="not-group-open:-rotate-90" />
        {words.more}
      </summary>
      <div className="mt-2 grid gap-4 md:grid-cols-2">
        <InputField
          name="contact"
          label={words.contact}
          error={errors.contact}
          defaultValue={typed.contact ?? start.contact}
          list="client-contacts"
          autoComplete="off"
          maxLength={60}
        />
        <datalist id="client-contacts">
          {data.contacts.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <DateTimeField
          name="at"
          label={words.at}
          hint={data.known ? undefined : words.atHint}
          error={errors.at}
          defaultValue={typed.at ?? start.at}
        />
        <PeoplePicker
          name="owner"
          label={words.owner}
          error={errors.owner}
          typed={typed.owner}
          defaultPeople={start.owner}
          search={findPeople}
          words={words.pick}
          up
        />
      </div>
    </details>
  )
}
