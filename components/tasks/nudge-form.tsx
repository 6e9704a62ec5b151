"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { InputField } from "@/components/ui/input"
import { answerNudgeAction } from "@/lib/tasks/nudge-actions"

/** A new time and why, or why it stays late. */
export function NudgeForm({
  id,
  words,
}: {
  id: number
  words: Record<"reason" | "due" | "dueHint" | "send", string>
}) {
  const [answer, submit, sending] = useActionState(answerNudgeAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="mt-2 grid gap-2 sm:grid-cols-[minmax(0,1fr)_200px]">
      <input type="hidden" name="id" value={id} />
      <InputField
        name="reason"
        label={words.reason}
        error={failed?.fields?.reason}
        defaultValue={failed?.typed?.reason}
        required
        maxLength={500}
      />
      <InputField
        type="datetime-local"
        name="due"
        label={words.due}
        hint={words.dueHint}
        error={failed?.fields?.due}
        defaultValue={failed?.typed?.due}
      />
      <span className="sm:col-span-2">
        <Button type="submit" size="m" tone="primary" disabled={sending}>
          {words.send}
        </Button>
      </span>
      {failed && !failed.fields && (
        <p role="alert" className="text-meta text-cinnabar-ink sm:col-span-2">
          {failed.message}
        </p>
      )}
    </form>
  )
}
