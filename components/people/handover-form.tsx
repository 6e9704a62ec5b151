"use client"

import { useActionState } from "react"
import { HeldCounts, KindReceivers } from "@/components/people/handover-parts"
import { Button } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FieldError } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { Options } from "@/components/ui/options"
import { PeoplePicker, type PickerWords } from "@/components/ui/people-picker"
import { SelectField } from "@/components/ui/select"
import { disablePersonAction, handOverAction } from "@/lib/people/account-actions"
import { findPeople } from "@/lib/people/reading"

export interface HandoverData {
  id: number
  /** Whether the account ends with it; otherwise it ended before. */
  act: "disable" | "handOver"
  heir: { id: number; name: string } | null
  /** What is held, with its field, and who gets it when nobody else is chosen. */
  parts: { field: string; label: string; count: string; fits: boolean }[]
  leads: { id: number; label: string }[]
  words: Record<
    | "title"
    | "submit"
    | "cancel"
    | "close"
    | "ends"
    | "holds"
    | "nothing"
    | "to"
    | "perKind"
    | "same"
    | "labelNote"
    | "headTo"
    | "headOpen"
    | "later",
    string
  > & { pick: PickerWords }
}

const actions = { disable: disablePersonAction, handOver: handOverAction }

/** Who takes over what, and the end of the account, in one form. */
export function HandoverForm({ data, onCancel }: { data: HandoverData; onCancel?: () => void }) {
  const { words, parts, leads } = data
  const [answer, submit, sending] = useActionState(actions[data.act], null)
  const failed = answer?.ok === false ? answer : undefined
  const errors = failed?.fields ?? {}
  const asks = parts.length > 0 || leads.length > 0
  return (
    <form action={submit} className="flex min-h-0 flex-1 flex-col">
      <input type="hidden" name="id" value={data.id} />
      <DialogBody className="space-y-4">
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        {data.act === "disable" && <p className="text-control text-pretty">{words.ends}</p>}
        {!asks && <p className="text-control text-ink-2">{words.nothing}</p>}
        {asks && (
          <>
            <HeldCounts data={data} />
            <PeoplePicker
              name="to"
              label={words.to}
              error={errors.to}
              search={findPeople}
              words={words.pick}
              defaultPeople={data.heir ? [data.heir] : []}
            />
            <KindReceivers data={data} errors={errors} />
            <Heads leads={leads} errors={errors} words={words} />
            <CheckboxLabel name="later" value="yes">
              {words.later}
            </CheckboxLabel>
            <p className="text-meta text-pretty text-ink-3">{words.labelNote}</p>
          </>
        )}
      </DialogBody>
      <DialogFoot>
        {onCancel && (
          <Button tone="quiet" size="m" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
        <Button
          type="submit"
          tone={data.act === "disable" ? "danger" : "primary"}
          size="m"
          disabled={sending}
        >
          {words.submit}
        </Button>
      </DialogFoot>
    </form>
  )
}

function Heads({
  leads,
  errors,
  words,
}: Pick<HandoverData, "leads" | "words"> & { errors: Record<string, string | undefined> }) {
  const choices = [
    { value: "open", label: words.headOpen },
    { value: "to", label: words.headTo },
  ]
  return leads.map(({ id, label }) => (
    <div key={id}>
      <SelectField name={`head.${id}`} label={label} defaultValue="open">
        <Options of={choices} />
      </SelectField>
      {errors[`head.${id}`] && <FieldError>{errors[`head.${id}`]}</FieldError>}
    </div>
  ))
}
