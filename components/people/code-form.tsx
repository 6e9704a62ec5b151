"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { secondStepAction } from "@/lib/people/door-actions"

export function CodeForm({ words }: { words: { code: string; confirm: string } }) {
  const [answer, submit, sending] = useActionState(secondStepAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-4">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <InputField
        label={words.code}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        error={failed?.fields?.code}
        inputClassName="h-10 px-3 text-ui max-md:h-11"
      />
      <Button type="submit" tone="primary" size="l" wide disabled={sending}>
        {words.confirm}
      </Button>
    </form>
  )
}
