"use client"

import { type ReactNode, useActionState } from "react"
import { FieldError } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { lookAction, notificationsAction, phoneAction } from "@/lib/people/preference-actions"

const actions = { look: lookAction, phone: phoneAction, notifications: notificationsAction }

/** A form of settings with one 保存, which says when it is done. */
export function SavedForm({
  act,
  words,
  children,
}: {
  act: keyof typeof actions
  words: { save: string; saved: string }
  children: ReactNode
}) {
  const [answer, submit, sending] = useActionState(actions[act], null)
  const failed = answer?.ok === false ? answer : undefined
  const field = Object.values(failed?.fields ?? {})[0]
  return (
    <form action={submit} className="flex flex-col gap-5">
      {failed && !field && <FormError>{failed.message}</FormError>}
      {children}
      {field && <FieldError>{field}</FieldError>}
      <FormFoot
        label={words.save}
        saved={words.saved}
        sending={sending}
        done={answer?.ok}
        tone="primary"
      />
    </form>
  )
}
