"use client"

import { useOptimistic, useTransition } from "react"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { toast } from "@/components/ui/toast"
import { showCalendarAction } from "@/lib/appointments/calendar-actions"

/** One of the calendars, shown or not; kept for the next time. */
export function ShownBox({ name, shown, label }: { name: string; shown: boolean; label: string }) {
  const [now, expect] = useOptimistic(shown)
  const [, start] = useTransition()
  const change = (next: boolean) =>
    start(async () => {
      expect(next)
      const answer = await showCalendarAction({ name, shown: String(next) })
      if (!answer.ok) toast(answer.message)
    })
  return (
    <CheckboxLabel
      checked={now}
      onChange={(event) => change(event.currentTarget.checked)}
      className="flex h-7 min-w-0 text-ink"
    >
      <span className="truncate">{label}</span>
    </CheckboxLabel>
  )
}
