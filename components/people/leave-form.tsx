"use client"

import { useActionState, useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { DateTimeField } from "@/components/ui/date-time-field"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { takeLeaveAction } from "@/lib/people/leave-actions"
import { findPeople, leaveOutlook } from "@/lib/people/reading"

export type LeaveWords = Record<
  "first" | "last" | "deputy" | "note" | "noteHint" | "take" | "taken" | "gets",
  string
> & { pick: PickerWords }

/** 请假: the days, who stands in, and what that means, said before it is sent. */
export function LeaveForm({
  personId,
  today,
  formKey,
  words,
}: {
  personId: number
  today: string
  formKey: string
  words: LeaveWords
}) {
  const [answer, submit, sending] = useActionState(takeLeaveAction, null)
  const [days, setDays] = useState({ first: today, last: today })
  const [deputyId, setDeputyId] = useState<number | null>(null)
  const failed = answer?.ok === false ? answer : undefined
  const errors = failed?.fields ?? {}
  return (
    <form action={submit} className="space-y-4">
      <input type="hidden" name="id" value={personId} />
      <FormKey seed={formKey} />
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
        <DateTimeField
          kind="date"
          name="firstDay"
          label={words.first}
          error={errors.firstDay}
          defaultValue={failed?.typed?.firstDay ?? today}
          onChange={(first) => setDays({ ...days, first })}
          required
        />
        <DateTimeField
          kind="date"
          name="lastDay"
          label={words.last}
          error={errors.lastDay}
          defaultValue={failed?.typed?.lastDay ?? today}
          onChange={(last) => setDays({ ...days, last })}
          required
        />
        <PeoplePicker
          name="deputy"
          label={words.deputy}
          error={errors.deputy}
          search={findPeople}
          words={words.pick}
          onChange={(chosen) => setDeputyId(chosen[0]?.id ?? null)}
        />
        <InputField
          name="note"
          label={words.note}
          hint={words.noteHint}
          error={errors.note}
          maxLength={200}
        />
      </div>
      <p className="text-control text-pretty text-ink-2">{words.gets}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.take}
        </Button>
        <Outlook personId={personId} {...days} deputyId={deputyId} />
        {answer?.ok && !sending && (
          <span role="status" className="text-control text-done">
            {words.taken}
          </span>
        )}
      </div>
    </form>
  )
}

type Looked = Awaited<ReturnType<typeof leaveOutlook>>

/** How many working days, and what stands in the way; only with script. */
function Outlook(asked: {
  personId: number
  first: string
  last: string
  deputyId: number | null
}) {
  const { personId, first, last, deputyId } = asked
  const [found, setFound] = useState<Looked>([])
  useEffect(() => {
    let over = false
    leaveOutlook({ personId, firstDay: first, lastDay: last, deputyId })
      .then((looked) => over || setFound(looked))
      .catch(() => {})
    return () => {
      over = true
    }
  }, [personId, first, last, deputyId])
  return (
    <span aria-live="polite" className="text-control text-ink-2">
      {found.map(({ text, warns }) => (
        <span key={text} className={warns ? "ml-2 text-support" : ""}>
          {text}
        </span>
      ))}
    </span>
  )
}
