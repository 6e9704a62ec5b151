"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { DateTimeField } from "@/components/ui/date-time-field"
import { Dialog, DialogClose } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { Field } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { Textarea } from "@/components/ui/textarea"
import { toast } from "@/components/ui/toast"
import { findPeople } from "@/lib/people/reading"
import { requestChangeAction } from "@/lib/tasks/request-actions"

export type RequestWords = Record<
  | "open"
  | "note"
  | "due"
  | "owner"
  | "description"
  | "reason"
  | "send"
  | "cancel"
  | "close"
  | "sent",
  string
> & { pick: PickerWords }

interface Asked {
  id: number
  due: string
  description: string
  words: RequestWords
}

/** 请求变更: another due time, owner or description, and why. */
export function RequestDialog(asked: Asked) {
  const { words } = asked
  const [open, setOpen] = useState(false)
  const [answer, submit, sending] = useActionState(async (before: unknown, form: FormData) => {
    const result = await requestChangeAction(before, form)
    if (result.ok) {
      setOpen(false)
      toast(words.sent)
    }
    return result
  }, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <Dialog
      title={words.open}
      closeLabel={words.close}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon="square-pen">{words.open}</Button>}
    >
      <form action={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          {failed && !failed.fields && <FormError>{failed.message}</FormError>}
          <RequestFields {...asked} errors={failed?.fields ?? {}} typed={failed?.typed ?? {}} />
        </DialogBody>
        <DialogFoot>
          <DialogClose asChild>
            <Button tone="quiet" size="m">
              {words.cancel}
            </Button>
          </DialogClose>
          <Button type="submit" tone="primary" size="m" disabled={sending}>
            {words.send}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

type Texts = Record<string, string | undefined>

function RequestFields({
  id,
  due,
  description,
  words,
  errors,
  typed,
}: Asked & { errors: Texts; typed: Texts }) {
  return (
    <div className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      <p className="text-control text-ink-2">{words.note}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <DateTimeField
          name="due"
          label={words.due}
          error={errors.due}
          defaultValue={typed.due ?? due}
        />
        <PeoplePicker
          name="owner"
          label={words.owner}
          error={errors.owner}
          search={findPeople}
          words={words.pick}
        />
      </div>
      <Field label={words.description} error={errors.description}>
        {(wiring) => (
          <Textarea
            {...wiring}
            name="description"
            rows={3}
            maxLength={10_000}
            defaultValue={typed.description ?? description}
          />
        )}
      </Field>
      <InputField
        name="reason"
        label={words.reason}
        error={errors.reason}
        defaultValue={typed.reason ?? ""}
        maxLength={500}
        required
      />
    </div>
  )
}
