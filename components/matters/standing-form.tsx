"use client"

import { type FormEvent, type ReactNode, useActionState, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { type StatePart, StateSegmented } from "@/components/ui/state-segmented"
import { TextareaField } from "@/components/ui/textarea"
import { blockMatterAction, moveMatterAction } from "@/lib/matters/actions"
import { findPeople } from "@/lib/people/reading"

interface StandingWords {
  state: string
  block: string
  note: string
  support: string
  from: string
  hint: string
  save: string
  pick: PickerWords
}

/** The state in four parts; 受阻 opens what is needed and from whom, and is said with it. */
export function StandingForm({
  id,
  value,
  parts,
  disabled,
  mayBlock,
  words,
  children,
}: {
  id: number
  value: string
  parts: StatePart[]
  disabled: boolean
  mayBlock: boolean
  words: StandingWords
  /** Stands beside the state. */
  children: ReactNode
}) {
  const [answer, submit] = useActionState(moveMatterAction, null)
  const [asked, ask] = useState(false)
  const failed = answer?.ok === false ? answer : undefined
  const askFirst = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : {}
    if (submitter?.getAttribute("value") !== "blocked") return
    event.preventDefault()
    ask(true)
  }
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <form
          action={submit}
          onSubmit={askFirst}
          className="min-w-0 shrink-0 max-md:w-full md:min-w-90"
        >
          <input type="hidden" name="id" value={id} />
          <StateSegmented
            name="state"
            label={words.state}
            parts={parts}
            value={value}
            disabled={disabled}
          />
        </form>
        {children}
      </div>
      {failed && (
        <div className="mt-2">
          <FormError>{failed.message}</FormError>
        </div>
      )}
      {mayBlock && (asked || failed !== undefined) && value !== "blocked" && (
        <SupportForm id={id} words={words} />
      )}
    </>
  )
}

function SupportForm({ id, words }: { id: number; words: StandingWords }) {
  const [answer, submit, sending] = useActionState(blockMatterAction, null)
  const form = useRef<HTMLFormElement>(null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form
      ref={form}
      action={submit}
      aria-label={words.block}
      className="mt-3 grid max-w-180 gap-3 border-l-2 border-support pl-3 md:grid-cols-[1fr_240px]"
    >
      <input type="hidden" name="id" value={id} />
      {failed && !failed.fields && (
        <div className="md:col-span-2">
          <FormError>{failed.message}</FormError>
        </div>
      )}
      <TextareaField
        name="support"
        label={words.support}
        hint={words.hint}
        error={failed?.fields?.support}
        defaultValue={failed?.typed?.support ?? ""}
        required
        // It was opened to be filled in.
        autoFocus
        rows={2}
        maxLength={1_000}
      />
      <PeoplePicker
        name="from"
        label={words.from}
        error={failed?.fields?.from}
        search={findPeople}
        words={words.pick}
        required
      />
      <div className="flex flex-wrap items-center gap-3 md:col-span-2">
        <Button type="submit" tone="primary" disabled={sending}>
          {words.save}
        </Button>
        <span className="text-meta text-ink-2">{words.note}</span>
      </div>
    </form>
  )
}
