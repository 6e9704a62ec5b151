"use client"

import { useState } from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"
import { Input } from "@/components/ui/input"

export type QuickPick = {
  label: string
  /** Local to the company: "2026-11-25T18:00", or "2026-11-25" for a date. */
  value: string
  /** What this choice means: 周三，还有 9 个工作小时. */
  sentence?: string
}

/** The browser's own date-time input with quick picks under it; a plain input without script. */
export function DateTimeField({
  name,
  kind = "datetime-local",
  defaultValue = "",
  picks = [],
  picksLabel,
  sentence,
  required,
  min,
  max,
  onChange,
  ...field
}: FieldWords & {
  name: string
  kind?: "datetime-local" | "date"
  defaultValue?: string
  picks?: QuickPick[]
  picksLabel?: string
  /** Said about the value the field began with. */
  sentence?: string
  required?: boolean
  min?: string
  max?: string
  onChange?: (value: string) => void
}) {
  const [value, setValue] = useState(defaultValue)
  const change = (next: string) => {
    setValue(next)
    onChange?.(next)
  }
  const said =
    picks.find((pick) => pick.value === value)?.sentence ??
    (value === defaultValue ? sentence : undefined)
  return (
    <Field {...field} hint={said ?? field.hint}>
      {(wiring) => (
        <>
          <Input
            {...wiring}
            {...{ name, required, min, max, value }}
            type={kind}
            onChange={(event) => change(event.currentTarget.value)}
          />
          {picks.length > 0 && (
            <fieldset className="needs-script mt-1.5 flex flex-wrap gap-1.5">
              <legend className="sr-only">{picksLabel}</legend>
              {picks.map((pick) => (
                <button
                  key={pick.value}
                  type="button"
                  aria-pressed={pick.value === value}
                  onClick={() => change(pick.value)}
                  className={cx(
                    "one-word h-6 rounded-chip border border-line bg-surface px-2 text-meta text-ink-2 hover:bg-hover max-md:h-9 max-md:px-3 max-md:text-control",
                    "aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-accent-ink",
                  )}
                >
                  {pick.label}
                </button>
              ))}
            </fieldset>
          )}
        </>
      )}
    </Field>
  )
}
