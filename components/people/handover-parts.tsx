"use client"

import type { HandoverData } from "@/components/people/handover-form"
import { PeoplePicker } from "@/components/ui/people-picker"
import { findPeople } from "@/lib/people/reading"

/** How much of what somebody answers for. */
export function HeldCounts({ data: { parts, words } }: { data: HandoverData }) {
  if (parts.length === 0) return null
  return (
    <div>
      <p className="text-control text-ink-2">{words.holds}</p>
      <ul className="mt-2 text-control">
        {parts.map(({ field, label, count }) => (
          <li key={field} className="flex gap-3 border-b border-line-soft py-1.5">
            <span className="min-w-0 flex-1">{label}</span>
            <span className="font-semibold">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Each kind can go to somebody of its own; open where it has to. */
export function KindReceivers({
  data: { parts, words },
  errors,
}: {
  data: HandoverData
  errors: Record<string, string | undefined>
}) {
  if (parts.length === 0) return null
  return (
    <details open={parts.some(({ field, fits }) => !fits || errors[field] !== undefined)}>
      <summary className="cursor-pointer text-control text-accent-ink">{words.perKind}</summary>
      <div className="mt-3 grid gap-4">
        {parts.map(({ field, label }) => (
          <PeoplePicker
            key={field}
            name={field}
            label={label}
            hint={words.same}
            error={errors[field]}
            search={findPeople}
            words={words.pick}
          />
        ))}
      </div>
    </details>
  )
}
