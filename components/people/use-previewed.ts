"use client"

import { useActionState, useState } from "react"
import type { Previewed } from "@/lib/people/previewing"
import type { Result } from "@/lib/platform/result"

/** An action that answers first with what it would cause. */
export function usePreviewed(
  act: (before: Result<Previewed> | null, form: FormData) => Promise<Result<Previewed>>,
) {
  const [answer, submit, sending] = useActionState(act, null)
  const [left, leave] = useState<unknown>(null)
  const preview =
    answer?.ok && answer.value.step === "preview" && left !== answer ? answer.value : null
  return {
    submit,
    sending,
    preview,
    failed: answer?.ok === false ? answer : undefined,
    done: answer?.ok === true && answer.value.step === "done",
    back: () => leave(answer),
  }
}
