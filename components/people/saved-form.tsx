"use client"

import { type ReactNode, useActionState } from "react"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { lookAction, notificationsAction } from "@/lib/people/preference-actions"

const actions = { look: lookAction, notifications: notificationsAction }

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
  return (
    <form action={submit} className="flex flex-col gap-5">
      {failed && <FormError>{failed.message}</FormError>}
      {children}
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
