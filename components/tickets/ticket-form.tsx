"use client"

import { useActionState } from "react"
import { stopIn } from "@/components/outward/stopped"
import { WaysOut } from "@/components/outward/ways-out"
import { ClientField } from "@/components/tickets/client-field"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { Field } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { type Segment, Segmented } from "@/components/ui/segmented"
import { SelectField } from "@/components/ui/select"
import type { WritingHelp } from "@/components/ui/use-writing"
import { WritingField } from "@/components/ui/writing-box"
import type { StopWords } from "@/lib/outward/words-stop"
import { createTicketAction } from "@/lib/tickets/actions"

type Choice = { value: string | number; label: string }

export interface TicketFormData {
  clients: string[]
  kinds: Choice[]
  priorities: Segment[]
  /** The client that it is for, where the form was opened from theirs. */
  client: string
  help: WritingHelp
  stop: StopWords
  words: Record<
    | "title"
    | "titleHint"
    | "body"
    | "bodyHint"
    | "client"
    | "clientHint"
    | "contact"
    | "kind"
    | "priority"
    | "choose"
    | "note"
    | "cancel"
    | "submit",
    string
  >
}

/** 新建工单, for a client who rang up or wrote a mail. */
export function TicketForm({ data, formKey }: { data: TicketFormData; formKey: string }) {
  const { words, help } = data
  const [answer, submit, sending] = useActionState(createTicketAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const field = (name: "title" | "body" | "client" | "contact" | "kind") => ({
    ...{ name, label: words[name], error: failed?.fields?.[name] },
    defaultValue: failed?.typed?.[name] ?? (name === "client" ? data.client : ""),
  })
  const none = { value: "", label: words.choose }
  return (
    <form action={submit} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      <DialogBody>
        {failed && !failed.fields && !stopIn(failed) && <FormError>{failed.message}</FormError>}
        <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
          <ClientField
            {...field("client")}
            hint={words.clientHint}
            offered={data.clients}
            required
          />
          <InputField {...field("contact")} maxLength={60} autoComplete="off" />
          <div className="md:col-span-2">
            <InputField {...field("title")} hint={words.titleHint} maxLength={120} required />
          </div>
          <WritingField
            {...field("body")}
            hint={words.bodyHint}
            help={help}
            rows={5}
            maxLength={10_000}
            required
            className="md:col-span-2"
          />
          <SelectField {...field("kind")} required>
            <Options of={data.kinds.length === 1 ? data.kinds : [none, ...data.kinds]} />
          </SelectField>
          <Field label={words.priority} error={failed?.fields?.priority}>
            {() => (
              <Segmented
                name="priority"
                label={words.priority}
                options={data.priorities}
                defaultValue={failed?.typed?.priority ?? "medium"}
                className="w-full"
              />
            )}
          </Field>
        </div>
        <WaysOut
          answer={failed}
          text={[failed?.typed?.title, failed?.typed?.body].join("\n\n")}
          words={{ stop: data.stop, kinds: help.sensitive.kinds }}
        />
      </DialogBody>
      <DialogFoot note={words.note}>
        <ButtonLink href="/tickets" tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.submit}
        </Button>
      </DialogFoot>
    </form>
  )
}
