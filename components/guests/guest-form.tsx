"use client"

import { type FormEvent, useActionState, useState } from "react"
import { SayOnceMore } from "@/components/guests/say-once-more"
import { ScopeRows } from "@/components/guests/scope-rows"
import { Button, ButtonLink } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { SelectField } from "@/components/ui/select"
import { ShownLink } from "@/components/ui/shown-link"
import { inviteAction } from "@/lib/guests/actions"
import type { Choice } from "@/lib/guests/choices"
import { scopeSentence } from "@/lib/guests/sentence"
import type { words } from "@/lib/guests/words"
import type { Locale } from "@/lib/platform/actor"

type Words = (typeof words)["zh"]["form"] & {
  page: (typeof words)["zh"]["page"]
  new: string
  cancel: string
}

/** Who, what for, until when, and what: its heart is the sentence that writes itself meanwhile. */
export function GuestForm({
  choices,
  first,
  locale,
  days,
  formKey,
  words,
}: {
  choices: Choice[]
  first: string
  locale: Locale
  days: { today: string; usual: string; last: string; longest: number }
  formKey: string
  words: Words
}) {
  const [answer, submit, sending] = useActionState(inviteAction, null)
  const [chosen, choose] = useState({ values: first ? [first] : [], until: days.usual })
  const failed = answer?.ok === false ? answer : undefined
  const typed = failed?.typed ?? {}
  const heart = (event: FormEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget)
    choose({
      values: data.getAll("scopes[]").map(String).filter(Boolean),
      until: String(data.get("until") ?? ""),
    })
  }
  const opened = chosen.values.flatMap((value) => choices.find((one) => one.value === value) ?? [])
  if (answer?.ok) return <Invited id={answer.value.id} link={answer.value.link} words={words} />
  return (
    <form action={submit} onChange={heart} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      <DialogBody>
        {failed && <FormError>{failed.message}</FormError>}
        <SayOnceMore answer={answer} anyway={words.openAnyway} />
        <p
          aria-live="polite"
          className="mb-4 border-l-2 border-outside bg-outside-wash px-3 py-2.5 text-prose font-semibold"
        >
          {scopeSentence(opened, chosen.until, locale)}
        </p>
        <div className="grid gap-4 md:grid-cols-2">
          <Who words={words} errors={failed?.fields ?? {}} typed={typed} />
          <ScopeRows
            choices={choices}
            first={first}
            locale={locale}
            words={words}
            error={failed?.fields?.scopes}
          />
          <InputField
            name="until"
            type="date"
            label={words.until}
            hint={filled(words.untilHint, { days: days.longest })}
            error={failed?.fields?.until}
            min={days.today}
            max={days.last}
            defaultValue={typed.until ?? days.usual}
            required
          />
          <SelectField name="locale" label={words.language} defaultValue={typed.locale ?? locale}>
            <option value="zh">{words.zh}</option>
            <option value="en">{words.en}</option>
          </SelectField>
          <CheckboxLabel name="code" className="md:col-span-2">
            {words.code}
          </CheckboxLabel>
        </div>
      </DialogBody>
      <DialogFoot>
        <ButtonLink href="/guests" tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.new}
        </Button>
      </DialogFoot>
    </form>
  )
}

function Who({
  words,
  errors,
  typed,
}: {
  words: Words
  errors: Record<string, string>
  typed: Record<string, string>
}) {
  const field = (name: "name" | "organisation" | "email" | "purpose") => ({
    ...{ name, label: words[name], error: errors[name], defaultValue: typed[name] },
    autoComplete: "off",
  })
  return (
    <>
      <InputField {...field("name")} maxLength={60} required />
      <InputField {...field("organisation")} maxLength={80} />
      <InputField {...field("email")} type="email" hint={words.emailHint} maxLength={200} />
      <InputField {...field("purpose")} maxLength={200} required />
    </>
  )
}

/** The link stands here this once. */
function Invited({ id, link, words }: { id: number; link: string | null; words: Words }) {
  return (
    <>
      <DialogBody>
        {link ? <ShownLink link={link} words={words.page} /> : <p>{words.waits}</p>}
      </DialogBody>
      <DialogFoot>
        <ButtonLink href={`/guests/${id}`} tone="primary" size="m">
          {words.show}
        </ButtonLink>
      </DialogFoot>
    </>
  )
}
