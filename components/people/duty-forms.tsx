"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox, CheckboxLabel } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { NamedFace, type Person } from "@/components/ui/face"
import { FieldError } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { setDutiesAction } from "@/lib/people/level-actions"
import { findPeople } from "@/lib/people/reading"

interface DutyBox {
  value: string
  /** 人事; in a row the whole: 何静：人事. */
  label: string
  checked: boolean
}

/** One person's duties; 保存 appears when something is different. */
export function DutyRow({
  person,
  boxes,
  words,
}: {
  person: Person & { post: string }
  boxes: DutyBox[]
  words: { save: string; saved: string }
}) {
  const [answer, submit, sending] = useActionState(setDutiesAction, null)
  const [changed, setChanged] = useState(false)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <li className="border-b border-line-soft py-1">
      <form
        action={submit}
        onChange={() => setChanged(true)}
        className="flex min-h-8 flex-wrap items-center text-control"
      >
        <input type="hidden" name="person" value={`#${person.id}`} />
        <span className="flex min-w-0 flex-1 items-center gap-3">
          <NamedFace person={person} size={24} />
          <span className="truncate text-meta text-ink-2 max-md:hidden">{person.post}</span>
        </span>
        {boxes.map(({ value, label, checked }) => (
          <span key={value} className="grid h-8 w-18 place-items-center max-md:h-11 max-md:w-14">
            <Checkbox name="duties" value={value} aria-label={label} defaultChecked={checked} />
          </span>
        ))}
        <span className="flex w-18 justify-end max-md:w-14">
          <Button
            type="submit"
            disabled={sending}
            className={cx(!changed && "invisible [@media(scripting:none)]:visible")}
          >
            {words.save}
          </Button>
        </span>
      </form>
      {failed && <FieldError>{failed.message}</FieldError>}
      <span role="status" className="sr-only">
        {answer?.ok && !sending && words.saved}
      </span>
    </li>
  )
}

export function GiveDuty({
  boxes,
  words,
}: {
  boxes: { value: string; label: string }[]
  words: { person: string; choose: string; add: string; saved: string; pick: PickerWords }
}) {
  const [answer, submit, sending] = useActionState(setDutiesAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-4" key={answer?.ok ? "given" : "giving"}>
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <input type="hidden" name="more" value="yes" />
      <PeoplePicker
        name="person"
        label={words.person}
        error={failed?.fields?.person}
        search={findPeople}
        words={words.pick}
        required
        className="max-w-90"
      />
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="mb-1 text-control text-ink-2">{words.choose}</legend>
        {boxes.map(({ value, label }) => (
          <CheckboxLabel key={value} name="duties" value={value}>
            {label}
          </CheckboxLabel>
        ))}
      </fieldset>
      {failed?.fields?.duties && <FieldError>{failed.fields.duties}</FieldError>}
      <FormFoot label={words.add} saved={words.saved} sending={sending} done={answer?.ok} />
    </form>
  )
}
