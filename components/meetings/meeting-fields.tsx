"use client"

import { RepeatFields } from "@/components/appointments/repeat-fields"
import type { MeetingFormData } from "@/components/meetings/form-types"
import { NoticeRule } from "@/components/meetings/notice-rule"
import { OutsiderField } from "@/components/meetings/outsider-field"
import { PeopleFields } from "@/components/meetings/people-fields"
import { TopicRows } from "@/components/meetings/topic-rows"
import type { Booking } from "@/components/meetings/use-booking"
import { DateTimeField } from "@/components/ui/date-time-field"
import { filled } from "@/components/ui/filled"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { WritingField } from "@/components/ui/writing-box"

type Texts = Record<string, string | undefined>
export interface Given {
  data: MeetingFormData
  booking: Booking
  errors: Texts
  typed: Texts
}

/** What only a whole series has gives way while one of its meetings is changed. */
const ofSeries = "group-has-[[name=which][value=one]:checked]/form:hidden"

export function MeetingFields(given: Given) {
  const { data, booking, errors, typed } = given
  const { field } = data.words
  return (
    <div className="grid max-w-190 gap-x-5 gap-y-4 md:grid-cols-2">
      <WritingField
        name="title"
        label={field.title}
        error={errors.title}
        defaultValue={typed.title ?? data.start.title}
        help={data.help}
        single
        required
        maxLength={200}
        // The page opens for this field.
        autoFocus={!data.known}
        className="md:col-span-2"
        fieldClassName="h-10 text-panel"
      />
      <TimeFields {...given} />
      <div className={`contents ${ofSeries}`}>
        <RepeatFields
          data={data.repeat}
          errors={errors}
          typed={typed}
          onChange={booking.setRepeat}
        />
      </div>
      <NoticeRule
        booking={booking}
        timeZone={data.timeZone}
        words={data.words.form}
        error={errors.reason}
      />
      {(["place", "online"] as const).map((name) => (
        <InputField
          key={name}
          name={name}
          type={name === "online" ? "url" : "text"}
          label={field[name]}
          error={errors[name]}
          defaultValue={typed[name] ?? data.start[name]}
          maxLength={name === "online" ? 500 : 200}
          placeholder={name === "online" ? "https://" : undefined}
        />
      ))}
      <PeopleFields {...given} />
      <OutsiderField {...given} />
      <TopicRows {...given} />
      <LinkFields {...given} />
    </div>
  )
}

/** From when until when; the end goes along when the start is put elsewhere. */
function TimeFields({ data, booking, errors }: Given) {
  const { times, minutes } = booking
  const { field, form } = data.words
  return (
    <>
      <DateTimeField
        key={`start-${times.turn}`}
        name="start"
        label={field.start}
        error={errors.start}
        defaultValue={times.start}
        required
        onChange={booking.setStart}
      />
      <DateTimeField
        key={`end-${times.start}-${times.turn}`}
        name="end"
        label={field.end}
        error={errors.end}
        hint={minutes > 0 ? filled(form.length, { count: minutes }) : undefined}
        defaultValue={times.end}
        required
        onChange={booking.setEnd}
      />
    </>
  )
}

/** What it is linked to: group, label, the meeting before it. */
function LinkFields({ data, errors, typed }: Given) {
  const { field, form } = data.words
  const { start } = data
  return (
    <>
      <SelectField
        name="group"
        label={field.group}
        error={errors.group}
        defaultValue={typed.group ?? start.group}
      >
        <Options of={[{ value: "", label: form.noGroup }, ...data.groups]} />
      </SelectField>
      {data.labels.length > 0 ? (
        <SelectField
          name="sensitivity"
          label={field.sensitivity}
          error={errors.sensitivity}
          defaultValue={typed.sensitivity ?? start.sensitivity}
        >
          <Options of={[{ value: "", label: form.noLabel }, ...data.labels]} />
        </SelectField>
      ) : (
        <input type="hidden" name="sensitivity" value={start.sensitivity} />
      )}
      {!data.known && (
        <SelectField
          name="follows"
          label={field.follows}
          hint={form.followsHint}
          error={errors.follows}
          defaultValue={typed.follows ?? start.follows}
          className="md:col-span-2"
        >
          <Options of={[{ value: "", label: form.noFollows }, ...data.follows]} />
        </SelectField>
      )}
    </>
  )
}
