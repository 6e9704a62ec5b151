"use client"

import type { ReactNode } from "react"
import type { TaskFormData, Texts } from "@/components/tasks/task-fields"
import { DateTimeField } from "@/components/ui/date-time-field"
import { Field } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { Options } from "@/components/ui/options"
import { Segmented } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import { WritingField } from "@/components/ui/writing-box"

/** Fields that few tasks need, each behind a dashed chip; open where something stands in them. */
export function RareTaskFields({
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
  const began = typed.start ?? start.start
  const risk = typed.risk ?? start.risk
  const kept = typed.sensitivity ?? start.label
  return (
    <div className="flex flex-wrap gap-2 md:col-span-2">
      <Rare word={label.start} open={began !== "" || errors.start !== undefined}>
        <DateTimeField name="start" label={label.start} error={errors.start} defaultValue={began} />
      </Rare>
      <Rare word={label.risk} open={risk !== "" || errors.risk !== undefined}>
        <WritingField
          name="risk"
          label={label.risk}
          error={errors.risk}
          defaultValue={risk}
          help={data.help}
          maxLength={2_000}
        />
        <Field label={label.riskLevel} className="mt-3">
          {() => (
            <Segmented
              name="riskLevel"
              label={label.riskLevel}
              options={data.riskLevels}
              defaultValue={typed.riskLevel ?? start.riskLevel}
            />
          )}
        </Field>
      </Rare>
      {data.repeats.length > 0 && (
        <Rare word={label.repeat} open={Boolean(typed.repeat) || errors.repeat !== undefined}>
          <SelectField
            name="repeat"
            label={label.repeat}
            error={errors.repeat}
            defaultValue={typed.repeat ?? ""}
          >
            <Options of={data.repeats} />
          </SelectField>
        </Rare>
      )}
      {data.labels.length > 0 && (
        <Rare word={label.sensitivity} open={kept !== "" || errors.sensitivity !== undefined}>
          <SelectField
            name="sensitivity"
            label={label.sensitivity}
            error={errors.sensitivity}
            defaultValue={kept}
          >
            <Options of={[{ value: "", label: words.noLabel }, ...data.labels]} />
          </SelectField>
        </Rare>
      )}
    </div>
  )
}

function Rare({ word, open, children }: { word: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="open:w-full">
      <summary className="inline-flex h-6.5 cursor-pointer list-none items-center gap-1 rounded-chip border border-dashed border-ink-4 px-2 text-control text-ink-2 hover:bg-hover in-open:hidden max-md:h-9">
        <Icon name="plus" size={14} />
        {word}
      </summary>
      {children}
    </details>
  )
}
