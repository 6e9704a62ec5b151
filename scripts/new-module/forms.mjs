export const form = ({ many, One }) => `"use client"

import { useActionState } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { TextareaField } from "@/components/ui/textarea"
import { create${One}Action, save${One}Action } from "@/lib/${many}/actions"

type Choice = { value: number; label: string }
type Field = "name" | "description" | "department" | "sensitivity"

export interface ${One}FormData {
  /** Named when one is edited rather than made. */
  known?: { id: number; version: number }
  start: Record<Field, string>
  words: Record<Field | "noHome" | "noLabel" | "cancel" | "submit", string>
  homes: Choice[]
  labels: Choice[]
}

/** The form, in its dialog or on a page of its own. */
export function ${One}Form({
  data,
  formKey,
  cancel,
}: {
  data: ${One}FormData
  formKey: string
  cancel: string
}) {
  const { known, words } = data
  const [answer, submit, sending] = useActionState(
    known ? save${One}Action : create${One}Action,
    null,
  )
  const failed = answer?.ok === false ? answer : undefined
  const field = (name: Field) => ({
    name,
    label: words[name],
    error: failed?.fields?.[name],
    defaultValue: failed?.typed?.[name] ?? data.start[name],
  })
  return (
    <form action={submit} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      {known && <input type="hidden" name="id" value={known.id} />}
      {known && <input type="hidden" name="version" value={known.version} />}
      <DialogBody className="flex flex-col gap-4">
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <InputField {...field("name")} required maxLength={200} />
        <TextareaField {...field("description")} maxLength={10_000} />
        <SelectField {...field("department")}>
          <option value="">{words.noHome}</option>
          <Options of={data.homes} />
        </SelectField>
        {data.labels.length > 0 && (
          <SelectField {...field("sensitivity")}>
            <option value="">{words.noLabel}</option>
            <Options of={data.labels} />
          </SelectField>
        )}
      </DialogBody>
      <DialogFoot>
        <ButtonLink href={cancel} tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.submit}
        </Button>
      </DialogFoot>
    </form>
  )
}
`

export const formData = ({
  many,
  one,
  One,
}) => `import { getLocale, getTranslations } from "next-intl/server"
import type { ${One}FormData } from "@/components/${many}/${one}-form"
import { formChoices } from "@/lib/${many}/choices"
import type { ${One}Page } from "@/lib/${many}/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** Choices and words of the form, and what it begins with: nothing, or one as it stands. */
export async function ${one}FormData(actor: PersonActor, page?: ${One}Page): Promise<${One}FormData> {
  const [t, locale, choices] = await Promise.all([
    getTranslations("${many}"),
    getLocale(),
    formChoices(actor),
  ])
  const ${one} = page?.${one}
  return {
    ...(${one} && { known: { id: ${one}.id, version: ${one}.version } }),
    start: {
      name: ${one}?.name ?? "",
      description: ${one}?.description ?? "",
      department: String(${one}?.departmentId ?? ""),
      sensitivity: String(${one}?.sensitivityId ?? ""),
    },
    homes: withCurrent(choices.homes, ${one}?.departmentId, page?.department),
    labels: choices.labels.map(({ id, name, nameEn }) => ({
      value: id,
      label: locale === "zh" ? name : nameEn,
    })),
    words: {
      name: t("field.name"),
      description: t("field.description"),
      department: t("field.home"),
      sensitivity: t("field.sensitivity"),
      noHome: t("noHome"),
      noLabel: t("noLabel"),
      cancel: t("cancel"),
      submit: ${one} ? t("save") : t("new"),
    },
  }
}

/** Where it is now stays a choice, also for who couldn't put it there. */
function withCurrent(
  homes: { value: number; label: string }[],
  id: number | null | undefined,
  name: string | null | undefined,
) {
  if (!id || !name || homes.some(({ value }) => value === id)) return homes
  return [{ value: id, label: name }, ...homes]
}
`

export const newRecord = ({ many, one, One }) => `import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ${One}Form } from "@/components/${many}/${one}-form"
import { ${one}FormData } from "@/components/${many}/${one}-form-data"
import { RouteDialog } from "@/components/ui/route-dialog"
import { canCreate } from "@/lib/${many}/policy"
import type { PersonActor } from "@/lib/platform/actor"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function New${One}({ actor, dialog = false }: { actor: PersonActor; dialog?: boolean }) {
  if (!canCreate(actor)) notFound()
  const [t, data] = await Promise.all([getTranslations("${many}"), ${one}FormData(actor)])
  const form = <${One}Form data={data} formKey={randomUUID()} cancel="/${many}" />
  if (dialog)
    return (
      <RouteDialog path="/${many}/new" title={t("new")} closeLabel={t("close")} size="m">
        {form}
      </RouteDialog>
    )
  return (
    <div className="flex max-w-180 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("new")}</h1>
      {form}
    </div>
  )
}
`

export const editRecord = ({ many, one, One }) => `import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { ${One}Form } from "@/components/${many}/${one}-form"
import { ${one}FormData } from "@/components/${many}/${one}-form-data"
import type { ${One}Page } from "@/lib/${many}/queries"
import type { PersonActor } from "@/lib/platform/actor"

export async function Edit${One}({ actor, page }: { actor: PersonActor; page: ${One}Page }) {
  const [t, data] = await Promise.all([getTranslations("${many}"), ${one}FormData(actor, page)])
  return (
    <div className="flex max-w-180 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("edit")}</h1>
      <${One}Form data={data} formKey={randomUUID()} cancel={\`/${many}/\${page.${one}.id}\`} />
    </div>
  )
}
`
