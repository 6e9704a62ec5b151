"use client"

import { useRef, useState } from "react"
import { PasswordBox, type PasswordWords } from "@/components/people/password-box"
import { type CheckWords, PasswordChecks } from "@/components/people/password-checks"
import { useTypedBefore } from "@/components/ui/use-typed-before"
import type { PasswordOwner } from "@/lib/people/personal-parts"

export type NewPasswordWords = PasswordWords & {
  password: string
  again: string
  checks: CheckWords
}

/** A new password with its rules under it, and the same once more. */
export function NewPasswordFields({
  words,
  errors,
  person,
  tall = false,
}: {
  words: NewPasswordWords
  errors: Record<string, string>
  person?: () => PasswordOwner
  tall?: boolean
}) {
  const [typed, setTyped] = useState("")
  const field = useRef<HTMLInputElement>(null)
  useTypedBefore(field, typed, setTyped)
  return (
    <>
      <div>
        <PasswordBox
          ref={field}
          label={words.password}
          name="password"
          autoComplete="new-password"
          required
          tall={tall}
          words={words}
          error={errors.password}
          onChange={(event) => setTyped(event.target.value)}
        />
        <PasswordChecks password={typed} person={person} words={words.checks} />
      </div>
      <PasswordBox
        label={words.again}
        name="passwordAgain"
        autoComplete="new-password"
        required
        tall={tall}
        words={words}
        error={errors.passwordAgain}
      />
    </>
  )
}
