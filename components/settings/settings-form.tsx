"use client"

import { useActionState } from "react"
import { type SettingField, SettingInput } from "@/components/settings/setting-field"
import { cx } from "@/components/ui/cx"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import {
  companyAction,
  guestsAction,
  messagesAction,
  notificationsAction,
  oidcAction,
  passwordsAction,
  promisesAction,
  s3Action,
  smtpAction,
  tasksAction,
  ticketsAction,
  wordingAction,
} from "@/lib/settings/actions"

const actions = {
  company: companyAction,
  passwords: passwordsAction,
  smtp: smtpAction,
  oidc: oidcAction,
  s3: s3Action,
  promises: promisesAction,
  messages: messagesAction,
  tasks: tasksAction,
  guests: guestsAction,
  tickets: ticketsAction,
  notifications: notificationsAction,
  wording: wordingAction,
}

export type SettingsForms = keyof typeof actions

const wide = new Set<SettingField["kind"]>(["tick", "ticks", "lines"])

/** One section's fields in two columns, with its own 保存. */
export function SettingsForm({
  act,
  fields,
  words,
}: {
  act: SettingsForms
  fields: SettingField[]
  words: { save: string; saved: string }
}) {
  const [answer, submit, sending] = useActionState(actions[act], null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-4.5">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <div className="grid items-start gap-4 md:grid-cols-2">
        {fields.map((field) => (
          <div key={field.name} className={cx("min-w-0", wide.has(field.kind) && "md:col-span-2")}>
            <SettingInput
              field={field}
              typed={failed?.typed}
              error={failed?.fields?.[field.name]}
            />
          </div>
        ))}
      </div>
      <FormFoot label={words.save} saved={words.saved} sending={sending} done={answer?.ok} />
    </form>
  )
}
