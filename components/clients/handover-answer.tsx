"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { answerHandoverAction } from "@/lib/clients/handover-actions"

/** 确认, 不同意, 撤回: each button sends its own answer. */
export function HandoverAnswer({
  client,
  handover,
  mayConfirm,
  mayWithdraw,
  words,
}: {
  client: number
  handover: number
  mayConfirm: boolean
  mayWithdraw: boolean
  words: Record<"confirm" | "decline" | "withdraw", string>
}) {
  const [answer, submit, sending] = useActionState(answerHandoverAction, null)
  const button = (value: keyof typeof words, tone: "primary" | "plain" | "quiet") => (
    <Button type="submit" name="answer" value={value} tone={tone} disabled={sending}>
      {words[value]}
    </Button>
  )
  return (
    <form action={submit} className="mt-2 flex flex-wrap gap-2">
      <input type="hidden" name="id" value={client} />
      <input type="hidden" name="handover" value={handover} />
      {mayConfirm && button("confirm", "primary")}
      {mayConfirm && button("decline", "plain")}
      {mayWithdraw && button("withdraw", "quiet")}
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
