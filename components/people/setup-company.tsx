"use client"

import { useActionState } from "react"
import { type FootWords, SetupFoot } from "@/components/people/setup-foot"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { SelectField } from "@/components/ui/select"
import { setupCompanyAction } from "@/lib/people/setup-actions"

type Words = FootWords & {
  code: string
  codeHint: string
  name: string
  timeZone: string
  locale: string
}

export function SetupCompany({
  words,
  before,
  askCode,
  zones,
}: {
  words: Words
  before: { name: string; timeZone: string; locale: string }
  askCode: boolean
  zones: string[]
}) {
  const [answer, submit, sending] = useActionState(setupCompanyAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const { typed = before, fields = {} } = { typed: failed?.typed, fields: failed?.fields }
  return (
    <form action={submit} className="flex flex-col gap-4.5">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      {askCode && (
        <InputField
          label={words.code}
          name="setupCode"
          hint={words.codeHint}
          error={fields.setupCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          autoFocus
        />
      )}
      <InputField
        label={words.name}
        name="name"
        defaultValue={typed.name}
        error={fields.name}
        autoComplete="organization"
        required
      />
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          label={words.timeZone}
          name="timeZone"
          defaultValue={typed.timeZone}
          error={fields.timeZone}
        >
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <SelectField
          label={words.locale}
          name="locale"
          defaultValue={typed.locale}
          error={fields.locale}
        >
          <option value="zh">简体中文</option>
          <option value="en">English</option>
        </SelectField>
      </div>
      <SetupFoot words={words} sending={sending} />
    </form>
  )
}
