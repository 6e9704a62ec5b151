"use client"

import { useActionState, useCallback, useRef } from "react"
import { NewPasswordFields, type NewPasswordWords } from "@/components/people/new-password-fields"
import { type FootWords, SetupFoot } from "@/components/people/setup-foot"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { setupAdministratorAction } from "@/lib/people/setup-actions"

const fields = ["name", "staffNo", "post", "birthday", "email", "phone"] as const
type FieldName = (typeof fields)[number]

const kinds: Partial<Record<FieldName, { type?: string; autoComplete?: string }>> = {
  name: { autoComplete: "name" },
  birthday: { type: "date", autoComplete: "bday" },
  email: { type: "email", autoComplete: "email" },
  phone: { type: "tel", autoComplete: "tel" },
}
const optional: readonly FieldName[] = ["post", "birthday", "phone"]

export function SetupAdministrator({
  words,
  labels,
  before,
}: {
  words: FootWords & NewPasswordWords
  labels: Record<FieldName, string>
  before: Partial<Record<FieldName, string>>
}) {
  const [answer, submit, sending] = useActionState(setupAdministratorAction, null)
  const form = useRef<HTMLFormElement>(null)
  const person = useCallback(() => {
    const data = new FormData(form.current ?? undefined)
    const value = (name: FieldName) => String(data.get(name) ?? "")
    return {
      name: value("name"),
      staffNo: value("staffNo"),
      email: value("email"),
      phone: value("phone"),
      birthday: value("birthday"),
    }
  }, [])
  const failed = answer?.ok === false ? answer : undefined
  const typed: Partial<Record<string, string>> = failed?.typed ?? before
  return (
    <form ref={form} action={submit} className="flex flex-col gap-4.5">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <div className="grid gap-4 gap-y-4.5 md:grid-cols-2">
        {fields.map((name) => (
          <InputField
            key={name}
            label={labels[name]}
            name={name}
            {...kinds[name]}
            required={!optional.includes(name)}
            defaultValue={typed[name]}
            error={failed?.fields?.[name]}
          />
        ))}
      </div>
      <NewPasswordFields words={words} errors={failed?.fields ?? {}} person={person} />
      <SetupFoot words={words} back="/setup?step=1" sending={sending} />
    </form>
  )
}
