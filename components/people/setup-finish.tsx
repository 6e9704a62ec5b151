"use client"

import { useActionState } from "react"
import { type FootWords, SetupFoot } from "@/components/people/setup-foot"
import { FormError } from "@/components/ui/form-error"
import { finishSetupAction } from "@/lib/people/setup-actions"

export function SetupFinish({ words }: { words: FootWords & { body: string; ready: string } }) {
  const [answer, submit, sending] = useActionState(finishSetupAction, null)
  return (
    <form action={submit} className="flex flex-col gap-4.5">
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      <p className="text-prose text-ink-2">{words.body}</p>
      <p className="text-prose">{words.ready}</p>
      <SetupFoot words={words} back="/setup?step=3" sending={sending} />
    </form>
  )
}
