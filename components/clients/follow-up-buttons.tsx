"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { DateTimeField, type QuickPick } from "@/components/ui/date-time-field"
import { FieldError } from "@/components/ui/field"
import { postponeFollowUpAction, settleFollowUpAction } from "@/lib/clients/communication-actions"

/** 已跟进 in one press; 改期 opens a day with quick picks. */
export function FollowUpButtons({
  client,
  communication,
  picks,
  words,
}: {
  client: number
  communication: number
  picks: QuickPick[]
  words: Record<
    "settle" | "settleOf" | "postpone" | "postponeOf" | "to" | "quick" | "save" | "cancel",
    string
  >
}) {
  const [open, setOpen] = useState(false)
  const [settled, settle, settling] = useActionState(settleFollowUpAction, null)
  const [moved, move, moving] = useActionState(async (before: unknown, form: FormData) => {
    const result = await postponeFollowUpAction(before, form)
    if (result.ok) setOpen(false)
    return result
  }, null)
  const named = (
    <>
      <input type="hidden" name="id" value={client} />
      <input type="hidden" name="communication" value={communication} />
    </>
  )
  const failed = settled?.ok === false ? settled : moved?.ok === false ? moved : undefined
  return (
    <div className="flex flex-wrap items-center gap-2">
      <form action={settle}>
        {named}
        <Button type="submit" icon="check" aria-label={words.settleOf} disabled={settling}>
          {words.settle}
        </Button>
      </form>
      <Button
        tone="quiet"
        aria-expanded={open}
        aria-label={words.postponeOf}
        className="needs-script"
        onClick={() => setOpen(!open)}
      >
        {words.postpone}
      </Button>
      {open && (
        <form action={move} className="flex w-full flex-wrap items-end gap-2">
          {named}
          <DateTimeField
            name="next"
            kind="date"
            label={words.to}
            picks={picks}
            picksLabel={words.quick}
            required
            className="flex-1 basis-56"
          />
          <Button type="submit" tone="primary" size="m" disabled={moving} className="mb-7.5">
            {words.save}
          </Button>
        </form>
      )}
      {failed && <FieldError>{Object.values(failed.fields ?? {})[0] ?? failed.message}</FieldError>}
    </div>
  )
}
