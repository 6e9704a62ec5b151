"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { showPrivateAction } from "@/lib/people/private-actions"

/** 138****0000 and 查看全号: the whole comes from the server only when somebody asks. */
export function PhoneLine({
  id,
  field,
  masked,
  ask,
}: {
  id: number
  field: "phone" | "birthday"
  masked: string
  /** What the button says; without it the whole isn't the reader's to ask for. */
  ask?: string
}) {
  const [answer, submit, sending] = useActionState(showPrivateAction, null)
  if (answer?.ok)
    return (
      <output className="tabular-nums">
        {field === "phone" ? (
          <a href={`tel:${answer.value}`} className="link">
            {answer.value}
          </a>
        ) : (
          answer.value
        )}
      </output>
    )
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="field" value={field} />
      <span className="tabular-nums">{masked}</span>
      {ask && (
        <Button type="submit" tone="quiet" disabled={sending}>
          {ask}
        </Button>
      )}
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
