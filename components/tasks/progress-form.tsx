"use client"

import { useActionState, useRef } from "react"
import { ProgressSlider } from "@/components/ui/progress-slider"
import type { Tone } from "@/components/ui/tone"
import { reportProgressAction } from "@/lib/tasks/actions"

/** Progress is said by letting the thumb rest; a failure is said beside it. */
export function ProgressForm({
  id,
  progress,
  label,
  tone,
  disabled,
}: {
  id: number
  progress: number
  label: string
  tone: Tone
  disabled: boolean
}) {
  const [answer, submit] = useActionState(reportProgressAction, null)
  const form = useRef<HTMLFormElement>(null)
  return (
    <form ref={form} action={submit} className="w-full">
      <input type="hidden" name="id" value={id} />
      <ProgressSlider
        name="progress"
        label={label}
        defaultValue={progress}
        tone={tone}
        disabled={disabled}
        onSettle={() => form.current?.requestSubmit()}
      />
      {answer?.ok === false && (
        <span role="alert" className="text-meta text-cinnabar-ink">
          {answer.message}
        </span>
      )}
    </form>
  )
}
