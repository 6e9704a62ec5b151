"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { DateTimeField } from "@/components/ui/date-time-field"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { Icon } from "@/components/ui/icon"
import { InputField } from "@/components/ui/input"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { addSubTaskAction } from "@/lib/matters/actions"
import { findPeople } from "@/lib/people/reading"

export interface SubTaskWords {
  add: string
  name: string
  owner: string
  due: string
  pick: PickerWords
}

/** 添加子任务 under a department, folded away until it is wanted. */
export function SubTaskForm({
  id,
  department,
  formKey,
  owner,
  words,
  label,
}: {
  id: number
  department: number
  formKey: string
  owner: { id: number; name: string }[]
  words: SubTaskWords
  /** Says under which department, where several stand on a page. */
  label: string
}) {
  const [answer, submit, sending] = useActionState(addSubTaskAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <details className="pl-6 max-md:pl-0" open={failed !== undefined}>
      <summary
        aria-label={label}
        className="inline-flex h-8 cursor-pointer list-none items-center gap-1 text-meta text-ink-2 hover:text-ink max-md:h-11"
      >
        <Icon name="plus" size={14} />
        {words.add}
      </summary>
      <form
        action={submit}
        aria-label={label}
        className="grid gap-3 pb-4 md:grid-cols-[minmax(0,1fr)_200px_160px_auto] md:items-end"
      >
        <FormKey seed={formKey} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="department" value={department} />
        {failed && !failed.fields && (
          <div className="md:col-span-4">
            <FormError>{failed.message}</FormError>
          </div>
        )}
        <InputField
          name="name"
          label={words.name}
          error={failed?.fields?.name}
          defaultValue={failed?.typed?.name ?? ""}
          required
          maxLength={200}
        />
        <PeoplePicker
          name="owner"
          label={words.owner}
          error={failed?.fields?.owner}
          search={findPeople}
          words={words.pick}
          defaultPeople={owner}
          typed={failed?.typed?.owner}
          required
        />
        <DateTimeField
          name="due"
          kind="date"
          label={words.due}
          error={failed?.fields?.due}
          defaultValue={failed?.typed?.due ?? ""}
        />
        <Button type="submit" size="m" disabled={sending}>
          {words.add}
        </Button>
      </form>
    </details>
  )
}
