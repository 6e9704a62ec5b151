"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { confirmPartAction, nudgePartAction } from "@/lib/matters/actions"

const actions = { confirm: confirmPartAction, nudge: nudgePartAction }

/** 确认 or 催办, for one department's part: a form with one button. */
export function PartButton({
  matterId,
  departmentId,
  does,
  word,
  label,
}: {
  matterId: number
  departmentId: number
  does: keyof typeof actions
  word: string
  /** Says whose it is, where several stand on a page. */
  label: string
}) {
  const [answer, submit, sending] = useActionState(actions[does], null)
  return (
    <form action={submit} className="flex items-center gap-2">
      <input type="hidden" name="id" value={matterId} />
      <input type="hidden" name="department" value={departmentId} />
      <Button
        type="submit"
        tone={does === "confirm" ? "primary" : "plain"}
        aria-label={label}
        disabled={sending}
      >
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
