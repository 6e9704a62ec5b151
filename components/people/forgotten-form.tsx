"use client"

import { useActionState } from "react"
import { Banner } from "@/components/ui/banner"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { forgottenAction } from "@/lib/people/door-actions"

export function ForgottenForm({ words }: { words: { login: string; send: string; sent: string } }) {
  const [answer, submit, sending] = useActionState(forgottenAction, null)
  const failed = answer?.ok === false ? answer : undefined
  if (answer?.ok)
    return (
      <Banner tone="done" icon="mail" live>
        {words.sent}
      </Banner>
    )
  return (
    <form action={submit} className="flex flex-col gap-4">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <InputField
        label={words.login}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        defaultValue={failed?.typed?.login}
        error={failed?.fields?.login}
        inputClassName="h-10 px-3 text-ui max-md:h-11"
      />
      <Button type="submit" tone="primary" size="l" wide disabled={sending}>
        {words.send}
      </Button>
    </form>
  )
}
