"use client"

import { useActionState } from "react"
import { PasswordBox, type PasswordWords } from "@/components/people/password-box"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { signInAction } from "@/lib/people/door-actions"

export type LoginWords = PasswordWords & {
  login: string
  password: string
  forgotten: string
  submit: string
}

export function LoginForm({ words, next }: { words: LoginWords; next: string }) {
  const [answer, submit, sending] = useActionState(signInAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="next" value={next} />
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <InputField
        label={words.login}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus={!failed}
        defaultValue={failed?.typed?.login}
        error={failed?.fields?.login}
        inputClassName="h-10 px-3 text-ui max-md:h-11"
      />
      <PasswordBox
        key={failed ? "again" : "first"}
        label={words.password}
        name="password"
        autoComplete="current-password"
        required
        autoFocus={Boolean(failed)}
        tall
        words={words}
        error={failed?.fields?.password}
        aside={
          <Link href="/forgotten" className="link">
            {words.forgotten}
          </Link>
        }
      />
      <Button
        type="submit"
        tone="primary"
        size="l"
        wide
        disabled={sending}
        className="font-semibold"
      >
        {words.submit}
      </Button>
    </form>
  )
}
