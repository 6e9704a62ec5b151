"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import type { IconName } from "@/components/ui/icon-names"
import { cancelScheduledAction, dropKeptAction } from "@/lib/messages/actions"
import { answerClockAction } from "@/lib/messages/clock-actions"
import type { Result } from "@/lib/platform/result"

const actions = {
  /** 已处理: stops one's clock on a message. */
  done: answerClockAction,
  dropKept: dropKeptAction,
  cancelScheduled: cancelScheduledAction,
}

/** One deed about a message as one button; a plain form without JavaScript. */
export function MessageAct({
  act,
  fields,
  icon,
  label,
  children,
}: {
  act: keyof typeof actions
  fields: Record<string, number>
  icon?: IconName
  /** With what it is about, for who can't see the row. */
  label: string
  children: string
}) {
  const [answer, submit, sending] = useActionState<Result<unknown> | null, FormData>(
    actions[act],
    null,
  )
  return (
    <form action={submit} className="relative z-1 shrink-0">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" aria-label={label} disabled={sending} {...(icon && { icon })}>
        {children}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
