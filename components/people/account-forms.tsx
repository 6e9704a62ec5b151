"use client"

import { type ReactNode, useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { ShownLink } from "@/components/ui/shown-link"
import { enablePersonAction, mailLinkAction, printLinkAction } from "@/lib/people/account-actions"

type Words = Record<
  | "enable"
  | "enableIn"
  | "gone"
  | "printLink"
  | "mailLink"
  | "mailed"
  | "onceOnly"
  | "copy"
  | "copied",
  string
>

/** What 人事 does with an account: open it again, hand over a first password; ending it is a child. */
export function AccountForms({
  id,
  left,
  places,
  words,
  children,
}: {
  id: number
  left: boolean
  /** Where to come back to; null where the old department is still there. */
  places: { value: number | string; label: string }[] | null
  words: Words
  children: ReactNode
}) {
  const [opened, open] = useActionState(enablePersonAction, null)
  const [link, print] = useActionState(printLinkAction, null)
  const [mail, send] = useActionState(mailLinkAction, null)
  const failed = [opened, link, mail].find((answer) => answer?.ok === false)
  const missing = failed?.ok === false ? failed.fields?.department : undefined
  return (
    <div className="mt-2 space-y-3">
      {failed?.ok === false && !missing && <FormError>{failed.message}</FormError>}
      {left && places && (
        <form action={open} className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="id" value={id} />
          <SelectField
            id="enable-in"
            name="department"
            label={words.enableIn}
            hint={words.gone}
            error={missing}
            required
            className="w-60 max-w-full"
          >
            <Options of={places} />
          </SelectField>
          <Button type="submit" size="m">
            {words.enable}
          </Button>
        </form>
      )}
      <div className="flex flex-wrap gap-2">
        {!left && (
          <>
            <OneButton id={id} action={print} label={words.printLink} />
            <OneButton id={id} action={send} label={words.mailLink} />
          </>
        )}
        {left && !places && <OneButton id={id} action={open} label={words.enable} />}
        {children}
      </div>
      {link?.ok && (
        <ShownLink
          link={link.value}
          words={{ link: words.onceOnly, copy: words.copy, copied: words.copied }}
        />
      )}
      {mail?.ok && (
        <p role="status" className="text-control text-ink-2">
          {words.mailed}
        </p>
      )}
    </div>
  )
}

function OneButton({
  id,
  action,
  label,
}: {
  id: number
  action: (form: FormData) => void
  label: string
}) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit">{label}</Button>
    </form>
  )
}
