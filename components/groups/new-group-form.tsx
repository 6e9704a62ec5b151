"use client"

import { useActionState } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogClose } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { Field } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Options } from "@/components/ui/options"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { type Segment, Segmented } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import { createGroupAction } from "@/lib/groups/actions"
import { findPeople } from "@/lib/people/reading"

type Choice = { value: string | number; label: string }

export type NewGroupWords = Record<
  | "kind"
  | "name"
  | "about"
  | "aboutHint"
  | "department"
  | "departmentHint"
  | "departmentName"
  | "members"
  | "membersHint"
  | "joinRule"
  | "chatHint"
  | "choose"
  | "create"
  | "cancel"
  | "browse",
  string
> & { pick: PickerWords }

interface Offered {
  kinds: Segment[]
  departments: Choice[]
  rules: Choice[]
  words: NewGroupWords
}

/** 新建沟通组, in its dialog or on a page of its own. */
export function NewGroupForm({
  formKey,
  dialog,
  ...offered
}: Offered & { formKey: string; dialog: boolean }) {
  const [answer, submit, sending] = useActionState(createGroupAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const { words } = offered
  return (
    <form action={submit} className="group/kind flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      <DialogBody>
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <Fields {...offered} errors={failed?.fields ?? {}} typed={failed?.typed ?? {}} />
      </DialogBody>
      <DialogFoot
        note={
          <Link href="/groups/browse" className="link">
            {words.browse}
          </Link>
        }
      >
        {dialog ? (
          <DialogClose asChild>
            <Button tone="quiet" size="m">
              {words.cancel}
            </Button>
          </DialogClose>
        ) : (
          <ButtonLink href="/groups" tone="quiet" size="m">
            {words.cancel}
          </ButtonLink>
        )}
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.create}
        </Button>
      </DialogFoot>
    </form>
  )
}

type Texts = Record<string, string | undefined>

// The kind that is chosen says which fields there are; the browser's own doing, without script.
const ofDepartment = "hidden group-has-[[value=department]:checked]/kind:block"
const ofGroups = "group-has-[[value=direct]:checked]/kind:hidden"
const ofChats = "hidden group-has-[[value=direct]:checked]/kind:block"

function Fields({
  kinds,
  departments,
  rules,
  words,
  errors,
  typed,
}: Offered & { errors: Texts; typed: Texts }) {
  return (
    <div className="flex flex-col gap-4">
      <Field label={words.kind} error={errors.kind}>
        {() => (
          <Segmented
            name="kind"
            label={words.kind}
            options={kinds}
            defaultValue={typed.kind ?? kinds[0]?.value}
            className="w-full overflow-x-auto"
          />
        )}
      </Field>
      <SelectField
        className={ofDepartment}
        name="department"
        label={words.department}
        hint={words.departmentHint}
        error={errors.department}
        defaultValue={typed.department}
      >
        <Options of={[{ value: "", label: words.choose }, ...departments]} />
      </SelectField>
      <InputField
        className={ofGroups}
        name="name"
        label={words.name}
        hint={<span className={ofDepartment}>{words.departmentName}</span>}
        error={errors.name}
        defaultValue={typed.name}
        maxLength={60}
      />
      <InputField
        className={ofGroups}
        name="about"
        label={words.about}
        hint={words.aboutHint}
        error={errors.about}
        defaultValue={typed.about}
        maxLength={500}
      />
      <PeoplePicker
        name="members[]"
        label={words.members}
        hint={
          <>
            <span className={ofGroups}>{words.membersHint}</span>
            <span className={ofChats}>{words.chatHint}</span>
          </>
        }
        error={errors.members}
        search={findPeople}
        words={words.pick}
        multiple
      />
      <SelectField
        className={ofGroups}
        name="joinRule"
        label={words.joinRule}
        error={errors.joinRule}
        defaultValue={typed.joinRule ?? "invitation"}
      >
        <Options of={rules} />
      </SelectField>
    </div>
  )
}
