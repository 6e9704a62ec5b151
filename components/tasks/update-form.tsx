"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { ProgressSlider } from "@/components/ui/progress-slider"
import type { Tone } from "@/components/ui/tone"
import { reportProgressAction } from "@/lib/tasks/actions"

/** How one task stands: percent, perhaps a line about it. */
export function UpdateForm({
  id,
  progress,
  tone,
  words,
}: {
  id: number
  progress: number
  tone: Tone
  words: { progress: string; note: string; send: string; of: string }
}) {
  const [answer, submit, sending] = useActionState(reportProgressAction, null)
  return (
    <form action={submit} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <input type="hidden" name="id" value={id} />
      <div className="w-52 max-md:w-full">
        <ProgressSlider
          name="progress"
          label={`${words.progress} ${words.of}`}
          defaultValue={progress}
          tone={tone}
        />
      </div>
      <Input
        name="note"
        maxLength={500}
        aria-label={`${words.note} ${words.of}`}
        placeholder={words.note}
        className="min-w-0 flex-1 basis-52"
      />
      <Button type="submit" aria-label={`${words.send} ${words.of}`} disabled={sending}>
        {words.send}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
