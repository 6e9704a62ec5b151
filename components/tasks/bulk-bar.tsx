"use client"

import { startTransition, useActionState, useEffect, useRef, useState } from "react"
import { chosenForm } from "@/components/shell/chosen-form"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { filled } from "@/components/ui/filled"
import { Input } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { Select } from "@/components/ui/select"
import { toast } from "@/components/ui/toast"
import { findPeople } from "@/lib/people/reading"
import { changeTasksAction, restoreTasksAction } from "@/lib/tasks/actions"
import type { Before } from "@/lib/tasks/changing-many"

type Choice = { value: string; label: string }

export type BulkWords = Record<
  | "label"
  | "chosen"
  | "clear"
  | "apply"
  | "state"
  | "priority"
  | "owner"
  | "due"
  | "tag"
  | "reason"
  | "support"
  | "supportHint"
  | "changed"
  | "left"
  | "undo"
  | "undone",
  string
>

/** What becomes of the chosen rows. Shown and counted by the style sheet; a plain form without script. */
export function BulkBar({
  states,
  priorities,
  pick: pickerWords,
  words,
}: {
  pick: PickerWords
  states: Choice[]
  priorities: Choice[]
  words: BulkWords
}) {
  const [answer, submit, sending] = useActionState(changeTasksAction, null)
  const form = useRef<HTMLFormElement>(null)
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState("")
  useEffect(() => {
    if (!answer?.ok) return
    setTurn((last) => last + 1)
    const { changed, left, before } = answer.value
    form.current?.reset()
    toast(filled(left > 0 ? words.left : words.changed, { changed, left }), {
      label: words.undo,
      run: () => takeBack(before, words.undone),
    })
  }, [answer, words])
  const pick = (name: string, label: string, options: Choice[]) => (
    <Select
      name={name}
      aria-label={label}
      defaultValue=""
      className="w-auto"
      {...(name === "state" && { onChange: (event) => setState(event.currentTarget.value) })}
    >
      <Options of={[{ value: "", label }, ...options]} />
    </Select>
  )
  return (
    <form
      ref={form}
      id={chosenForm}
      action={submit}
      onReset={() => setState("")}
      aria-label={words.label}
      className="hidden min-h-11 flex-wrap items-center gap-x-2 gap-y-2 border-t border-line px-gutter py-1.5 text-control group-has-[[data-choose]:checked]/choosing:flex max-md:hidden! print:hidden!"
    >
      <span className="mr-1 font-semibold after:ml-1 after:content-[counter(chosen)]">
        {words.chosen}
      </span>
      {pick("state", words.state, states)}
      {state === "need_support" && <Support words={words} />}
      {pick("priority", words.priority, priorities)}
      <PeoplePicker
        key={turn}
        name="owner"
        label={<span className="sr-only">{words.owner}</span>}
        search={findPeople}
        words={{ ...pickerWords, placeholder: words.owner }}
        up
        className="w-40"
      />
      <Input type="datetime-local" name="due" aria-label={words.due} className="w-48" />
      <Input name="reason" aria-label={words.reason} placeholder={words.reason} className="w-40" />
      <Input name="tag" aria-label={words.tag} placeholder={words.tag} className="w-28" />
      <Button type="submit" tone="primary" disabled={sending}>
        {words.apply}
      </Button>
      <Button type="reset" tone="quiet" className="ml-auto">
        {words.clear}
      </Button>
      {answer?.ok === false && (
        <FieldError>{Object.values(answer.fields ?? {})[0] ?? answer.message}</FieldError>
      )}
    </form>
  )
}

/** Who or what all of them need. */
const Support = ({ words }: { words: BulkWords }) => (
  <Input
    name="support"
    aria-label={words.support}
    placeholder={words.supportHint}
    maxLength={500}
    required
    className="w-72"
  />
)

function takeBack(before: Before[], reason: string): void {
  startTransition(async () => {
    const answer = await restoreTasksAction({ before, reason })
    if (!answer.ok) toast(answer.message)
  })
}
