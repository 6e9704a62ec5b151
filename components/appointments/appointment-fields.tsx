"use client"

import { useEffect, useState } from "react"
import type { AppointmentFormData } from "@/components/appointments/appointment-form-data"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { DateTimeField } from "@/components/ui/date-time-field"
import { Field } from "@/components/ui/field"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { Segmented } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import { TextareaField } from "@/components/ui/textarea"

type Texts = Record<string, string | undefined>
interface Given {
  data: AppointmentFormData
  errors: Texts
  typed: Texts
}

/** What only a whole series has gives way while one occurrence is changed. */
const ofSeries = "group-has-[[name=which][value=one]:checked]/form:hidden"

export function AppointmentFields(given: Given) {
  const { data, errors, typed } = given
  const { words, start } = data
  return (
    <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
      <InputField
        name="title"
        label={words.title}
        error={errors.title}
        defaultValue={typed.title ?? start.title}
        required
        maxLength={200}
        // The dialog opens for this field.
        autoFocus
        className="md:col-span-2"
        inputClassName="h-10 text-panel"
      />
      <TimeFields {...given} />
      <InputField
        name="place"
        label={words.place}
        error={errors.place}
        defaultValue={typed.place ?? start.place}
        maxLength={200}
      />
      <Field label={words.shows} className={ofSeries}>
        {() => (
          <Segmented
            name="shows"
            label={words.shows}
            options={data.shows}
            defaultValue={typed.shows ?? start.shows}
            className="w-full"
          />
        )}
      </Field>
      <div className={`grid gap-x-5 gap-y-4 md:col-span-2 md:grid-cols-2 ${ofSeries}`}>
        <RepeatFields {...given} />
        <Boxes
          name="reminders[]"
          label={words.reminders}
          options={data.reminders}
          chosen={start.reminders}
        />
      </div>
      <TextareaField
        name="note"
        label={words.note}
        error={errors.note}
        defaultValue={typed.note ?? start.note}
        maxLength={5_000}
        rows={2}
        className="md:col-span-2"
      />
    </div>
  )
}

/** From when until when; the end goes along when the start is put later. */
function TimeFields({ data: { words, start }, errors, typed }: Given) {
  const [from, setFrom] = useState(typed.start ?? start.start)
  const [until, setUntil] = useState(typed.end ?? start.end)
  const change = (next: string) => {
    const lasts = Date.parse(`${until}Z`) - Date.parse(`${from}Z`)
    const end = new Date(Date.parse(`${next}Z`) + lasts)
    setFrom(next)
    if (lasts > 0 && !Number.isNaN(end.getTime())) setUntil(end.toISOString().slice(0, 16))
  }
  return (
    <>
      <DateTimeField
        name="start"
        label={words.start}
        error={errors.start}
        defaultValue={from}
        required
        onChange={change}
      />
      <DateTimeField
        key={until}
        name="end"
        label={words.end}
        error={errors.end}
        defaultValue={until}
        required
      />
      <CheckboxLabel
        name="allDay"
        value="true"
        defaultChecked={typed.allDay === "true" || start.allDay}
        className="md:col-span-2"
      >
        {words.allDay}
      </CheckboxLabel>
    </>
  )
}

function RepeatFields({ data, errors, typed }: Given) {
  const { words, start } = data
  const [repeat, setRepeat] = useState(typed.repeat ?? start.repeat)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  // Without script all of it stands there, for whatever is chosen.
  const off = scripted && repeat === "none"
  return (
    <>
      <SelectField
        name="repeat"
        label={words.repeat}
        error={errors.repeat}
        value={repeat}
        onChange={(event) => setRepeat(event.currentTarget.value)}
      >
        <Options of={data.repeats} />
      </SelectField>
      <div className={off ? "hidden" : "grid grid-cols-2 gap-3"}>
        <InputField
          name="interval"
          type="number"
          min={1}
          max={99}
          label={words.interval}
          error={errors.interval}
          defaultValue={typed.interval ?? start.interval}
        />
        <InputField
          name="until"
          type="date"
          label={words.until}
          hint={off ? undefined : words.untilHint}
          error={errors.until}
          defaultValue={typed.until ?? start.until}
        />
      </div>
      {(repeat === "week" || !scripted) && (
        <Boxes
          name="on[]"
          label={words.on}
          hint={words.onHint}
          options={data.weekdays}
          chosen={start.on}
        />
      )}
    </>
  )
}

function Boxes({
  name,
  label,
  hint,
  options,
  chosen,
}: {
  name: string
  label: string
  hint?: string
  options: { value: string; label: string }[]
  chosen: readonly string[]
}) {
  return (
    <fieldset className="md:col-span-2">
      <legend className="mb-1 text-control text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {options.map((option) => (
          <CheckboxLabel
            key={option.value}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
          >
            {option.label}
          </CheckboxLabel>
        ))}
      </div>
      {hint && <p className="mt-1 text-meta text-ink-3">{hint}</p>}
    </fieldset>
  )
}
