"use client"

import { useActionState } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { SelectField } from "@/components/ui/select"
import { instantMeetingAction } from "@/lib/meetings/actions"
import { findPeople } from "@/lib/people/reading"

type Words = Record<
  "title" | "people" | "group" | "noGroup" | "note" | "cancel" | "submit",
  string
> & { pick: PickerWords }

export function InstantForm({
  formKey,
  groups,
  words,
}: {
  formKey: string
  groups: { value: number; label: string }[]
  words: Words
}) {
  const [answer, submit, sending] = useActionState(instantMeetingAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      <DialogBody>
        <div className="grid gap-4">
          {failed && <FormError>{failed.message}</FormError>}
          <InputField
            name="title"
            label={words.title}
            error={failed?.fields?.title}
            defaultValue={failed?.typed?.title ?? ""}
            required
            maxLength={200}
            // The dialog opens for this field.
            autoFocus
          />
          <PeoplePicker
            name="people"
            label={words.people}
            error={failed?.fields?.people}
            search={findPeople}
            words={words.pick}
            multiple
          />
          <SelectField name="group" label={words.group} error={failed?.fields?.group}>
            <Options of={[{ value: "", label: words.noGroup }, ...groups]} />
          </SelectField>
        </div>
      </DialogBody>
      <DialogFoot note={words.note}>
        <ButtonLink href="/meetings" tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.submit}
        </Button>
      </DialogFoot>
    </form>
  )
}
