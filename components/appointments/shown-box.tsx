"use client"

import { useActionState } from "react"
import { cx } from "@/components/ui/cx"
import { FieldError } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { showCalendarAction } from "@/lib/appointments/calendar-actions"

/** One of the calendars, shown or not; kept for the next time. A form: it needs no script. */
export function ShownBox({ name, shown, label }: { name: string; shown: boolean; label: string }) {
  const [answer, submit, sending] = useActionState(showCalendarAction, null)
  // What was pressed is seen at once; the page follows.
  const now = sending ? !shown : shown
  return (
    <form action={submit} className="min-w-0">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="shown" value={String(!shown)} />
      {/* biome-ignore lint/a11y/useSemanticElements: a native box sends nothing without script */}
      <button
        type="submit"
        role="checkbox"
        aria-checked={now}
        className="flex h-7 w-full min-w-0 items-center gap-2 text-left text-control text-ink max-md:h-11"
      >
        <span
          className={cx(
            "grid size-3.5 shrink-0 place-items-center rounded-label border",
            now ? "border-accent bg-accent text-on-accent" : "border-line-field bg-surface",
          )}
        >
          {now && <Icon name="check" size={12} className="[stroke-width:3]" />}
        </span>
        <span className="truncate">{label}</span>
      </button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
