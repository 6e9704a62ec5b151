"use client"

import { useState } from "react"
import { FieldError } from "@/components/ui/field"
import { IconButton } from "@/components/ui/icon-button"
import { Input } from "@/components/ui/input"

interface Clock {
  name: string
  /** For whoever can't see where the field stands. */
  label: string
  value: string
}

export interface DayRow {
  key: string
  name: string
  addLabel: string
  /** As many as the form has room for, the filled ones first. */
  rows: { from: Clock; until: Clock; removeLabel: string }[]
}

type Given = { typed?: Record<string, string>; errors?: Record<string, string> }

/**
 * One weekday. With script the empty periods are out of the way until asked for; without it they
 * stand there to be filled in.
 */
export function DayPeriods({ day, off, typed, errors }: { day: DayRow; off: string } & Given) {
  const [shown, setShown] = useState(() =>
    day.rows.flatMap(({ from }, at) => (from.value || typed?.[from.name] ? [at] : [])),
  )
  const free = day.rows.findIndex((_, at) => !shown.includes(at))
  const rows = day.rows.map((row, at) => ({ row, at }))
  const remove = (at: number) => setShown((now) => now.filter((each) => each !== at))
  return (
    <fieldset className="grid grid-cols-[56px_1fr] border-b border-line-soft py-1.5">
      <legend className="sr-only">{day.name}</legend>
      <span aria-hidden="true" className="pt-1.5 text-ui max-md:pt-2.5">
        {day.name}
      </span>
      <div className="flex min-h-8 flex-wrap items-start gap-x-5 gap-y-2">
        {shown.length === 0 && (
          <span className="needs-script pt-1.5 text-control text-ink-3 max-md:pt-3">{off}</span>
        )}
        {rows
          .filter(({ at }) => shown.includes(at))
          .map(({ row, at }) => (
            <Period key={at} {...{ row, typed, errors }} remove={() => remove(at)} />
          ))}
        <noscript>
          {rows
            .filter(({ at }) => !shown.includes(at))
            .map(({ row, at }) => (
              <Period key={at} {...{ row, typed, errors }} />
            ))}
        </noscript>
        {free >= 0 && (
          <IconButton
            icon="plus"
            label={day.addLabel}
            className="needs-script mt-px max-md:size-11"
            onClick={() => setShown((now) => [...now, free])}
          />
        )}
      </div>
    </fieldset>
  )
}

function Period({
  row: { from, until, removeLabel },
  typed,
  errors,
  remove,
}: { row: DayRow["rows"][number]; remove?: () => void } & Given) {
  const wrong = errors?.[from.name] ?? errors?.[until.name]
  const describedBy = wrong ? `${from.name}-error` : undefined
  const clock = ({ name, label, value }: Clock) => (
    <Input
      type="time"
      name={name}
      aria-label={label}
      aria-invalid={errors?.[name] ? true : undefined}
      aria-describedby={describedBy}
      defaultValue={typed?.[name] ?? value}
      className="w-27 tabular-nums [&::-webkit-calendar-picker-indicator]:hidden"
    />
  )
  return (
    <div>
      <div className="flex items-center gap-1.5">
        {clock(from)}
        <span aria-hidden="true" className="text-ink-3">
          –
        </span>
        {clock(until)}
        {remove && (
          <IconButton
            icon="x"
            label={removeLabel}
            className="needs-script max-md:-ml-1.5 max-md:h-11"
            onClick={remove}
          />
        )}
      </div>
      {wrong && <FieldError id={describedBy}>{wrong}</FieldError>}
    </div>
  )
}
