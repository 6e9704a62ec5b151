"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { answerClockAction } from "@/lib/messages/clock-actions"

/** 已处理: stops one's clock on a message. */
export function AnswerDone({
  messageId,
  word,
  label,
}: {
  messageId: number
  word: string
  /** With what it is about, for who can't see the row. */
  label: string
}) {
  const [answer, submit, sending] = useActionState(answerClockAction, null)
  return (
    <form action={submit} className="relative z-1 shrink-0">
      <input type="hidden" name="messageId" value={messageId} />
      <Button type="submit" icon="check" aria-label={label} disabled={sending}>
        {word}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
