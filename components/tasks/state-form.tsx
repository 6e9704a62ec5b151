"use client"

import { type FormEvent, useActionState, useState } from "react"
import { AskSupport, type AskSupportWords } from "@/components/tasks/ask-support"
import { FormError } from "@/components/ui/form-error"
import { type StatePart, StateSegmented } from "@/components/ui/state-segmented"
import { moveTaskAction } from "@/lib/tasks/actions"

/**
 * The state in four parts: one press changes it, with or without JavaScript. 需支持 asks first who
 * or what is needed.
 */
export function StateForm({
  id,
  value,
  label,
  parts,
  support,
  disabled,
}: {
  id: number
  value: string
  label: string
  parts: StatePart[]
  support: AskSupportWords
  disabled: boolean
}) {
  const [answer, submit] = useActionState(moveTaskAction, null)
  const [asking, setAsking] = useState(false)
  const onSubmit = (event: FormEvent) => {
    const native = event.nativeEvent
    const pressed = native instanceof SubmitEvent ? native.submitter : null
    const asks = pressed instanceof HTMLButtonElement && pressed.value === "need_support"
    setAsking(asks && value !== "need_support")
    if (asks) event.preventDefault()
  }
  return (
    <>
      <form action={submit} onSubmit={onSubmit}>
        <input type="hidden" name="id" value={id} />
        <StateSegmented
          name="state"
          label={label}
          parts={parts}
          value={value}
          disabled={disabled}
        />
        {answer?.ok === false && (
          <div className="mt-2">
            <FormError>{answer.message}</FormError>
          </div>
        )}
      </form>
      {asking && value !== "need_support" && (
        <AskSupport id={id} words={support} focused onCancel={() => setAsking(false)} />
      )}
    </>
  )
}
