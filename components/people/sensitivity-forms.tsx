"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { InputField } from "@/components/ui/input"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { TextareaField } from "@/components/ui/textarea"
import { findPeople } from "@/lib/people/reading"
import {
  addSensitivityAction,
  clearPeopleAction,
  closeSensitivityAction,
  saveSensitivityAction,
} from "@/lib/people/sensitivity-actions"

export interface LabelWords {
  name: string
  nameEn: string
  what: string
  save: string
  saved: string
  add: string
}

/** Names in both languages and what belongs under it: of a new category, or of one that is there. */
export function LabelForm({
  label,
  words,
}: {
  label?: { id: number; name: string; nameEn: string; note: string }
  words: LabelWords
}) {
  const [answer, submit, sending] = useActionState(
    label ? saveSensitivityAction : addSensitivityAction,
    null,
  )
  const failed = answer?.ok === false ? answer : undefined
  const typed = failed?.typed
  const errors = failed?.fields
  return (
    <form action={submit} className="flex flex-col gap-4">
      {label && <input type="hidden" name="id" value={label.id} />}
      {failed && !errors && <FormError>{failed.message}</FormError>}
      <div className="grid items-start gap-4 md:grid-cols-2">
        <InputField
          name="name"
          label={words.name}
          error={errors?.name}
          defaultValue={typed?.name ?? label?.name}
          required
          maxLength={30}
        />
        <InputField
          name="nameEn"
          label={words.nameEn}
          error={errors?.nameEn}
          defaultValue={typed?.nameEn ?? label?.nameEn}
          required
          maxLength={60}
        />
        <TextareaField
          className="md:col-span-2"
          name="note"
          label={words.what}
          error={errors?.note}
          defaultValue={typed?.note ?? label?.note}
          maxLength={300}
        />
      </div>
      <FormFoot
        label={label ? words.save : words.add}
        saved={words.saved}
        sending={sending}
        done={answer?.ok}
        tone={label ? "plain" : "primary"}
      />
    </form>
  )
}

export function CloseLabel({ id, closed, word }: { id: number; closed: boolean; word: string }) {
  const [answer, submit, sending] = useActionState(closeSensitivityAction, null)
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="closed" value={closed ? "no" : "yes"} />
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      <Button type="submit" tone={closed ? "plain" : "danger"} disabled={sending}>
        {word}
      </Button>
    </form>
  )
}

export function ClearPeople({
  id,
  words,
}: {
  id: number
  words: { who: string; clear: string; cleared: string; pick: PickerWords }
}) {
  const [answer, submit, sending] = useActionState(clearPeopleAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="mt-4 flex flex-wrap items-end gap-3">
      <input type="hidden" name="id" value={id} />
      <PeoplePicker
        name="people[]"
        label={words.who}
        error={failed && (failed.fields?.people ?? failed.message)}
        search={findPeople}
        words={words.pick}
        multiple
        className="w-90 max-w-full"
      />
      <Button type="submit" size="m" disabled={sending}>
        {words.clear}
      </Button>
      <span role="status" className="text-control text-done">
        {answer?.ok && !sending && words.cleared}
      </span>
    </form>
  )
}
