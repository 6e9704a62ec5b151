"use client"

import { useActionState, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { ProgressSlider } from "@/components/ui/progress-slider"
import { Select } from "@/components/ui/select"
import type { Tone } from "@/components/ui/tone"
import { reportProgressAction } from "@/lib/tasks/actions"

export interface UpdateWords {
  progress: string
  state: string
  /** Leaves the state to what the progress says. */
  keep: string
  states: { value: string; label: string }[]
  note: string
  /** What the line says of a task that needs support. */
  need: string
  send: string
}

/** How one task stands: percent, its state where that is another, perhaps a line about it. */
export function UpdateForm({
  id,
  progress,
  tone,
  words,
  onDone,
}: {
  id: number
  progress: number
  tone: Tone
  words: UpdateWords & { of: string }
  onDone?: () => void
}) {
  const [answer, submit, sending] = useActionState(reportProgressAction, null)
  const [state, setState] = useState("")
  const needs = state === "need_support"
  const note = needs ? words.need : words.note
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (answer?.ok) done.current?.()
  }, [answer])
  return (
    <form
      action={submit}
      onReset={() => setState("")}
      className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2"
    >
      <input type="hidden" name="id" value={id} />
      <div className="w-52 max-md:w-full">
        <ProgressSlider
          name="progress"
          label={`${words.progress} ${words.of}`}
          defaultValue={progress}
          tone={tone}
        />
      </div>
      <Select
        name="state"
        aria-label={`${words.state} ${words.of}`}
        className="w-28 max-md:flex-1"
        onChange={(event) => setState(event.currentTarget.value)}
      >
        <option value="">{words.keep}</option>
        {words.states.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Input
        name="note"
        maxLength={500}
        required={needs}
        aria-label={`${note} ${words.of}`}
        placeholder={note}
        className="min-w-0 flex-1 basis-52"
      />
      <Button type="submit" aria-label={`${words.send} ${words.of}`} disabled={sending}>
        {words.send}
      </Button>
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}
