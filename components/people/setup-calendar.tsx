"use client"

import { useActionState } from "react"
import { type FootWords, SetupFoot } from "@/components/people/setup-foot"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { FieldError } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { setupCalendarAction } from "@/lib/people/setup-actions"

const clocks = ["morningFrom", "morningUntil", "afternoonFrom", "afternoonUntil"] as const
type ClockName = (typeof clocks)[number]
export type Hours = { days: string[] } & Record<ClockName, string>

export function SetupCalendar({
  words,
  dayNames,
  before,
}: {
  words: FootWords & { days: string } & Record<ClockName, string>
  dayNames: string[]
  before: Hours
}) {
  const [answer, submit, sending] = useActionState(setupCalendarAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-4.5">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <fieldset>
        <legend className="mb-2 text-control text-ink-2">{words.days}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {dayNames.map((name, day) => (
            <CheckboxLabel
              key={name}
              name="days[]"
              value={day}
              defaultChecked={before.days.includes(String(day))}
            >
              {name}
            </CheckboxLabel>
          ))}
        </div>
        {failed?.fields?.days && <FieldError>{failed.fields.days}</FieldError>}
      </fieldset>
      <div className="grid grid-cols-2 gap-4">
        {clocks.map((name) => (
          <InputField
            key={name}
            type="time"
            label={words[name]}
            name={name}
            required
            defaultValue={failed?.typed?.[name] ?? before[name]}
            error={failed?.fields?.[name]}
          />
        ))}
      </div>
      <SetupFoot words={words} back="/setup?step=2" sending={sending} />
    </form>
  )
}
