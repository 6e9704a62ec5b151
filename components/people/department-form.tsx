"use client"

import { useActionState } from "react"
import { ConfirmStep } from "@/components/people/confirm-step"
import { usePreviewed } from "@/components/people/use-previewed"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import type { Chosen } from "@/components/ui/people-picking"
import { SelectField } from "@/components/ui/select"
import {
  addDepartmentAction,
  dissolveDepartmentAction,
  saveDepartmentAction,
} from "@/lib/people/department-actions"
import { findPeople } from "@/lib/people/reading"

export interface DepartmentWords {
  name: string
  parent: string
  noParent: string
  head: string
  save: string
  saved: string
  add: string
  dissolve: string
  pick: PickerWords
  confirm: { before: string; confirm: string; back: string }
}

export interface DepartmentValues {
  id: number
  name: string
  parentId: number | null
  head: Chosen | null
  /** How it stands now, so that a later save hears of an earlier one. */
  seen: string
}

type Parents = { value: number; label: string }[]
type Texts = Record<string, string | undefined>

function Fields({
  start,
  parents,
  words,
  typed = {},
  errors = {},
}: {
  start: { name: string; parent: string; head: Chosen | null }
  parents: Parents
  words: DepartmentWords
  typed?: Texts
  errors?: Texts
}) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <InputField
        name="name"
        label={words.name}
        error={errors.name}
        defaultValue={typed.name ?? start.name}
        required
        maxLength={60}
      />
      <SelectField
        key={typed.parent ?? start.parent}
        name="parent"
        label={words.parent}
        error={errors.parent}
        defaultValue={typed.parent ?? start.parent}
      >
        <Options of={[{ value: "", label: words.noParent }, ...parents]} />
      </SelectField>
      <PeoplePicker
        name="head"
        label={words.head}
        error={errors.head}
        search={findPeople}
        words={words.pick}
        defaultPeople={start.head ? [start.head] : []}
        typed={typed.head}
      />
    </div>
  )
}

/** Name, place and head of a department; what that does to people is said before it is done. */
export function DepartmentForm({
  department,
  parents,
  words,
}: {
  department: DepartmentValues
  parents: Parents
  words: DepartmentWords
}) {
  const { submit, sending, preview, failed, done, back } = usePreviewed(saveDepartmentAction)
  if (preview)
    return <ConfirmStep {...preview} {...{ submit, sending, words: words.confirm, onBack: back }} />
  const { id, name, parentId, head, seen } = department
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <Fields
        start={{ name, parent: String(parentId ?? ""), head }}
        parents={parents}
        words={words}
        typed={failed?.typed}
        errors={failed?.fields}
      />
      <FormFoot
        label={words.save}
        saved={words.saved}
        sending={sending}
        done={done}
        tone="primary"
      />
    </form>
  )
}

export function AddDepartment({
  parent,
  parents,
  words,
}: {
  parent: number | null
  parents: Parents
  words: DepartmentWords
}) {
  const [answer, submit, sending] = useActionState(addDepartmentAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-4">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <Fields
        start={{ name: "", parent: String(parent ?? ""), head: null }}
        parents={parents}
        words={words}
        typed={failed?.typed}
        errors={failed?.fields}
      />
      <div>
        <Button type="submit" size="m" icon="plus" disabled={sending}>
          {words.add}
        </Button>
      </div>
    </form>
  )
}

export function DissolveDepartment({ id, words }: { id: number; words: DepartmentWords }) {
  const { submit, sending, preview, failed, back } = usePreviewed(dissolveDepartmentAction)
  if (preview)
    return <ConfirmStep {...preview} {...{ submit, sending, words: words.confirm, onBack: back }} />
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <input type="hidden" name="id" value={id} />
      {failed && <FormError>{failed.message}</FormError>}
      <Button type="submit" tone="danger" disabled={sending}>
        {words.dissolve}
      </Button>
    </form>
  )
}
