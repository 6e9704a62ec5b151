"use client"

import { useActionState } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { removeContactAction, saveContactAction } from "@/lib/clients/contact-actions"

type Name = "name" | "position" | "phone" | "email" | "wechat"

export interface ContactFormData {
  client: number
  /** Named when one is changed rather than added. */
  contact?: number
  start: Record<Name, string> & { main: boolean }
  /** What stands there, masked, and stays while the field is left empty. */
  hints: Partial<Record<Name, string | undefined>>
  words: Record<Name | "main" | "save" | "cancel" | "remove", string>
}

const kinds = { name: "text", position: "text", phone: "tel", email: "email", wechat: "text" }
const names = ["name", "position", "phone", "email", "wechat"] as const

export function ContactForm({ data, formKey }: { data: ContactFormData; formKey: string }) {
  const { client, contact, start, hints, words } = data
  const [answer, submit, sending] = useActionState(saveContactAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <>
      <form action={submit} className="flex flex-col">
        <FormKey seed={formKey} />
        <input type="hidden" name="id" value={client} />
        {contact !== undefined && <input type="hidden" name="contact" value={contact} />}
        <DialogBody className="flex flex-col gap-4">
          {failed && !failed.fields && <FormError>{failed.message}</FormError>}
          {names.map((name) => (
            <InputField
              key={name}
              name={name}
              type={kinds[name]}
              label={words[name]}
              hint={hints[name]}
              error={failed?.fields?.[name]}
              defaultValue={failed?.typed?.[name] ?? start[name]}
              required={name === "name"}
              autoComplete="off"
              maxLength={name === "email" ? 120 : 60}
            />
          ))}
          <CheckboxLabel name="main" value="yes" defaultChecked={start.main}>
            {words.main}
          </CheckboxLabel>
        </DialogBody>
        <DialogFoot>
          <ButtonLink href={`/clients/${client}`} tone="quiet" size="m">
            {words.cancel}
          </ButtonLink>
          <Button type="submit" tone="primary" size="m" disabled={sending}>
            {words.save}
          </Button>
        </DialogFoot>
      </form>
      {contact !== undefined && <Remove {...{ client, contact }} word={words.remove} />}
    </>
  )
}

function Remove({ client, contact, word }: { client: number; contact: number; word: string }) {
  const [answer, submit, sending] = useActionState(removeContactAction, null)
  return (
    <form action={submit} className="px-5 pb-5">
      <input type="hidden" name="id" value={client} />
      <input type="hidden" name="contact" value={contact} />
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      <Button type="submit" tone="danger" size="m" icon="trash-2" disabled={sending}>
        {word}
      </Button>
    </form>
  )
}
