"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { answerRequestAction } from "@/lib/tasks/request-actions"

/** 同意 or 拒绝, perhaps with a line. */
export function AnswerRequest({
  id,
  request,
  words,
}: {
  id: number
  request: number
  words: Record<"agree" | "decline" | "answer", string>
}) {
  const [answer, submit, sending] = useActionState(answerRequestAction, null)
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="request" value={request} />
      <Input
        name="answer"
        maxLength={500}
        aria-label={words.answer}
        placeholder={words.answer}
        className="min-w-0 flex-1 basis-40"
      />
      <Button type="submit" name="agrees" value="true" tone="primary" size="m" disabled={sending}>
        {words.agree}
      </Button>
      <Button type="submit" name="agrees" value="false" size="m" disabled={sending}>
        {words.decline}
      </Button>
      {answer?.ok === false && (
        <FieldError>{Object.values(answer.fields ?? {})[0] ?? answer.message}</FieldError>
      )}
    </form>
  )
}
