"use client"

import { type ReactNode, useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import {
  mailInsteadAction,
  pushTextAction,
  removePushAction,
  tryPushAction,
} from "@/lib/notifications/push-actions"

const actions = {
  try: tryPushAction,
  text: pushTextAction,
  remove: removePushAction,
  instead: mailInsteadAction,
}

/** One thing to do with a device, as one button. */
export function PushButton({
  act,
  id,
  on,
  label,
  children,
}: {
  act: keyof typeof actions
  id?: number
  on?: boolean
  label?: string
  children: ReactNode
}) {
  const [answer, submit, sending] = useActionState(actions[act], null)
  return (
    <form action={submit}>
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {on !== undefined && <input type="hidden" name="on" value={String(on)} />}
      <Button type="submit" aria-label={label} disabled={sending}>
        {children}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
