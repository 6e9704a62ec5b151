"use client"

import { useEffect, useId, useState } from "react"
import type { RepeatData } from "@/components/appointments/repeat-data"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { useTypedOver } from "@/components/ui/use-typed-before"

type Texts = Record<string, string | undefined>

/** 重复: how often, on which days, until when; where there is a word for it, also how many times. */
export function RepeatFields({
  data,
  errors,
  typed,
  onChange,
}: {
  data: RepeatData
  errors: Texts
  typed: Texts
  onChange?: (repeat: string) => void
}) {
  const { words, start } = data
  const [repeat, setRepeat] = useState(typed.repeat ?? start.repeat)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const id = useId()
  const choose = (chosen: string) => {
    setRepeat(chosen)
    onChange?.(chosen)
  }
  useTypedOver(id, choose)
  // Without script all of it stands there, for whatever is chosen.
  const off = scripted && repeat === "none"
  return (
    <>
      <SelectField
        id={id}
        name="repeat"
        label={words.repeat}
        error={errors.repeat}
        value={repeat}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <Options of={data.repeats} />
      </SelectField>
      <div
        className={
          off
            ? "hidden"
            : cx(
                "grid gap-3",
                words.count ? "grid-cols-2 md:col-span-2 md:grid-cols-3" : "grid-cols-2",
              )
        }
      >
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
        {words.count && <Times data={data} errors={errors} typed={typed} hinted={!off} />}
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

/** How many times in all, instead of until when. */
function Times({
  data: { words, start },
  errors,
  typed,
  hinted,
}: {
  data: RepeatData
  errors: Texts
  typed: Texts
  hinted: boolean
}) {
  return (
    <InputField
      name="count"
      type="number"
      min={1}
      max={999}
      label={words.count}
      hint={hinted ? words.countHint : undefined}
      error={errors.count}
      defaultValue={typed.count ?? start.count}
    />
  )
}

export function Boxes({
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
