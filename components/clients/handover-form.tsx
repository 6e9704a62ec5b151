"use client"

import { useActionState } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingField } from "@/components/ui/writing-box"
import { askHandoverAction } from "@/lib/clients/handover-actions"
import { findPeople } from "@/lib/people/reading"

export interface HandoverFormData {
  id: number
  help: WritingHelp
  words: Record<
    "to" | "what" | "this" | "all" | "note" | "noteHint" | "effect" | "ask" | "cancel",
    string
  > & { pick: PickerWords }
}

/** To whom, which clients, and what the next one has to know. */
export function HandoverForm({ data, formKey }: { data: HandoverFormData; formKey: string }) {
  const { id, words } = data
  const [answer, submit, sending] = useActionState(askHandoverAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const choices = [
    { value: "this", label: words.this },
    { value: "all", label: words.all },
  ]
  return (
    <form action={submit} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      <input type="hidden" name="id" value={id} />
      <DialogBody className="flex flex-col gap-4">
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <PeoplePicker
          name="to"
          label={words.to}
          error={failed?.fields?.to}
          typed={failed?.typed?.to}
          search={findPeople}
          words={words.pick}
          required
        />
        <fieldset>
          <legend className="mb-1 text-control text-ink-2">{words.what}</legend>
          {choices.map(({ value, label }) => (
            <label key={value} className="flex min-h-8 items-center gap-2 text-ui max-md:min-h-11">
              <input
                type="radio"
                name="what"
                value={value}
                defaultChecked={value === (failed?.typed?.what ?? "this")}
                className="accent-accent"
              />
              {label}
            </label>
          ))}
        </fieldset>
        <WritingField
          name="note"
          label={words.note}
          hint={words.noteHint}
          error={failed?.fields?.note}
          defaultValue={failed?.typed?.note}
          help={data.help}
          rows={4}
          maxLength={2_000}
          required
        />
        <p className="text-meta text-pretty text-ink-3">{words.effect}</p>
      </DialogBody>
      <DialogFoot>
        <ButtonLink href={`/clients/${id}`} tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.ask}
        </Button>
      </DialogFoot>
    </form>
  )
}
