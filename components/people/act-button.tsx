"use client"

import { type ReactNode, useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import {
  signOutElsewhereAction,
  signOutThereAction,
  wasMeAction,
  wasNotMeAction,
} from "@/lib/people/own-actions"

const actions = {
  signOutThere: signOutThereAction,
  signOutElsewhere: signOutElsewhereAction,
  wasMe: wasMeAction,
  wasNotMe: wasNotMeAction,
}

/** One action as one button; a plain form without JavaScript. */
export function ActButton({
  act,
  id,
  label,
  danger = false,
  children,
}: {
  act: keyof typeof actions
  id?: number
  /** The accessible name, where the word alone isn't enough. */
  label?: string
  danger?: boolean
  children: ReactNode
}) {
  const [answer, submit, sending] = useActionState(actions[act], null)
  return (
    <form action={submit}>
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <Button
        type="submit"
        tone={danger ? "danger" : "plain"}
        aria-label={label}
        disabled={sending}
      >
        {children}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
