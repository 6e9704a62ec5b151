"use client"

import { useActionState } from "react"
import { NewPasswordFields, type NewPasswordWords } from "@/components/people/new-password-fields"
import { PasswordBox } from "@/components/people/password-box"
import { Banner } from "@/components/ui/banner"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { passwordByLinkAction } from "@/lib/people/door-actions"
import { changePasswordAction } from "@/lib/people/own-actions"

/** By a one-time link. */
export function LinkPasswordForm({
  words,
  name,
}: {
  words: NewPasswordWords & { save: string }
  name: string
}) {
  const [answer, submit, sending] = useActionState(passwordByLinkAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-4">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <input type="text" name="" autoComplete="username" defaultValue={name} hidden readOnly />
      <NewPasswordFields words={words} errors={failed?.fields ?? {}} tall />
      <Button type="submit" tone="primary" size="l" wide disabled={sending}>
        {words.save}
      </Button>
    </form>
  )
}

export type ChangeWords = NewPasswordWords & { current: string; change: string; changed: string }

/** One's own, with the present one first. `done` is where to go on when it had to be changed. */
export function ChangePasswordForm({
  words,
  tall = false,
  done,
}: {
  words: ChangeWords
  tall?: boolean
  done?: string
}) {
  const [answer, submit, sending] = useActionState(changePasswordAction, null)
  const failed = answer?.ok === false ? answer : undefined
  if (answer?.ok)
    return (
      <Banner
        tone="done"
        live
        action={
          done && (
            <a href={done} className="link">
              →
            </a>
          )
        }
      >
        {words.changed}
      </Banner>
    )
  return (
    <form action={submit} className="flex flex-col gap-4">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <PasswordBox
        label={words.current}
        name="currentPassword"
        autoComplete="current-password"
        required
        tall={tall}
        words={words}
        error={failed?.fields?.currentPassword}
      />
      <NewPasswordFields words={words} errors={failed?.fields ?? {}} tall={tall} />
      <div>
        <Button type="submit" tone="primary" size={tall ? "l" : "m"} wide={tall} disabled={sending}>
          {words.change}
        </Button>
      </div>
    </form>
  )
}
