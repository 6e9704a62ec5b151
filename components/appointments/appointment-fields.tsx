"use client"

import { useState } from "react"
import type { AppointmentFormData } from "@/components/appointments/appointment-form-data"
import { Boxes, RepeatFields } from "@/components/appointments/repeat-fields"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { DateTimeField } from "@/components/ui/date-time-field"
import { Field } from "@/components/ui/field"
import { InputField } from "@/components/ui/input"
import { Segmented } from "@/components/ui/segmented"
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
