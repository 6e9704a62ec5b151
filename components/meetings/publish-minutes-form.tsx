"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { publishMinutesAction } from "@/lib/meetings/minutes-actions"

export function PublishMinutesForm({
  id,
  number,
  disabled,
  words,
}: {
  id: number
  number: number
  disabled: boolean
  words: { publish: string; note: string; hint: string }
}) {
  const [answer, submit, sending] = useActionState(publishMinutesAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const [field] = Object.values(failed?.fields ?? {})
  return (
    <form action={submit} className="flex flex-wrap items-center justify-end gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="number" value={number} />
      {number > 0 && !disabled && (
        <Input
          name="note"
          aria-label={words.note}
          placeholder={words.note}
          maxLength={300}
          className="h-7 w-48"
        />
      )}
      <Button
        type="submit"
        tone={disabled ? "plain" : "primary"}
        icon="send-horizontal"
        disabled={sending || disabled}
        title={words.hint}
      >
        {words.publish}
      </Button>
      {failed && (
        <span role="alert" className="w-full text-right text-meta text-cinnabar-ink">
          {failed.message}
          {field && field !== failed.message && ` · ${field}`}
        </span>
      )}
    </form>
  )
}
