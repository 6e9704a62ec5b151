"use client"

import { useActionState } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { type Segment, Segmented } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import { TextareaField } from "@/components/ui/textarea"
import { guestCreateAction } from "@/lib/tickets/guest-actions"

type Choice = { value: number; label: string }

/** The client's form: plain fields that need no script. */
export function GuestTicketForm({
  desks,
  kinds,
  priorities,
  formKey,
  words,
}: {
  desks: Choice[]
  kinds: Choice[]
  priorities: Segment[]
  formKey: string
  words: Record<
    | "title"
    | "titleHint"
    | "body"
    | "bodyHint"
    | "kind"
    | "priority"
    | "submit"
    | "cancel"
    | "files"
    | "desk",
    string
  >
}) {
  const [answer, submit, sending] = useActionState(guestCreateAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const field = (name: "title" | "body" | "kind" | "desk") => ({
    ...{ name, label: words[name], error: failed?.fields?.[name] },
    defaultValue: failed?.typed?.[name],
  })
  return (
    <form action={submit} className="space-y-4">
      <FormKey seed={formKey} />
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      {desks.length > 1 ? (
        <SelectField {...field("desk")} required>
          <Options of={desks} />
        </SelectField>
      ) : (
        <input type="hidden" name="desk" value={desks[0]?.value ?? 0} />
      )}
      <InputField {...field("title")} hint={words.titleHint} maxLength={120} required />
      <TextareaField
        {...field("body")}
        hint={words.bodyHint}
        rows={6}
        maxLength={10_000}
        required
      />
      <SelectField {...field("kind")} required>
        <Options of={kinds} />
      </SelectField>
      <Field label={words.priority} error={failed?.fields?.priority}>
        {() => (
          <Segmented
            name="priority"
            label={words.priority}
            options={priorities}
            defaultValue={failed?.typed?.priority ?? "medium"}
            className="w-full max-w-100"
          />
        )}
      </Field>
      <p className="text-meta text-ink-2">{words.files}</p>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.submit}
        </Button>
        <ButtonLink href="/g/tickets" tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
