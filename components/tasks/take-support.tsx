"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { takeSupportAction } from "@/lib/tasks/support-actions"

/** 我来支持: a form with one button. */
export function TakeSupport({ id, word, label }: { id: number; word: string; label: string }) {
  const [answer, submit, sending] = useActionState(takeSupportAction, null)
  return (
    <form action={submit} className="flex items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" aria-label={label} disabled={sending}>
        {word}
      </Button>
      {answer?.ok === false && (
        <span role="alert" className="text-meta text-cinnabar-ink">
          {answer.message}
        </span>
      )}
    </form>
  )
}
