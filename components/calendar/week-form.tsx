"use client"

import { useActionState } from "react"
import { DayPeriods, type DayRow } from "@/components/calendar/day-periods"
import { FieldError } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { workWeekAction } from "@/lib/calendar/actions"

/** 工作时间: a line for each weekday, with up to four periods in it. */
export function WeekForm({
  days,
  words,
}: {
  days: DayRow[]
  words: Record<"off" | "save" | "saved", string>
}) {
  const [answer, submit, sending] = useActionState(workWeekAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-4">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <div>
        {days.map((day) => (
          <DayPeriods
            key={day.key}
            day={day}
            off={words.off}
            typed={failed?.typed}
            errors={failed?.fields}
          />
        ))}
      </div>
      {failed?.fields?.week && <FieldError>{failed.fields.week}</FieldError>}
      <FormFoot label={words.save} saved={words.saved} sending={sending} done={answer?.ok} />
    </form>
  )
}
