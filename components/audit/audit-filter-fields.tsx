import { getTranslations } from "next-intl/server"
import { auditTerms } from "@/components/audit/audit-terms"
import { Field } from "@/components/ui/field"
import { Input, InputField } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { type AuditFilter, addressOf, narrowing } from "@/lib/audit/filter"
import { groups } from "@/lib/audit/groups"
import { when } from "@/lib/calendar/when"
import { registry } from "@/lib/platform/registry"

const day = 24 * 3_600_000

/** Everything the log can be narrowed by. */
export async function AuditFilterFields({ filter }: { filter: AuditFilter }) {
  const [t, { said }] = await Promise.all([getTranslations("audit"), auditTerms()])
  const kinds = [...new Set([...registry().events.values()].map(({ kind }) => kind))]
  const any = { value: "", label: t("any") }
  return (
    <>
      <Ranges filter={filter} />
      <Times filter={filter} />
      <InputField
        id="audit-person"
        name="person"
        label={t("person")}
        hint={t("personHint")}
        defaultValue={filter.person}
      />
      <SelectField
        id="audit-group"
        name="group"
        label={t("action")}
        defaultValue={filter.group ?? ""}
      >
        <Options of={[any, ...groups.map((value) => ({ value, label: t(`group.${value}`) }))]} />
      </SelectField>
      <SelectField id="audit-kind" name="kind" label={t("kind")} defaultValue={filter.kind ?? ""}>
        <Options of={[any, ...kinds.map((value) => ({ value, label: said(value) }))]} />
      </SelectField>
      <InputField
        id="audit-record"
        name="record"
        label={t("number")}
        inputMode="numeric"
        defaultValue={filter.record}
      />
      <InputField
        id="audit-address"
        name="address"
        label={t("address")}
        hint={t("addressHint")}
        defaultValue={filter.address}
      />
      <SelectField
        id="audit-review"
        name="review"
        label={t("toReview")}
        defaultValue={filter.review ?? ""}
      >
        <Options
          of={[any, { value: "open", label: t("onlyOpen") }, { value: "all", label: t("marked") }]}
        />
      </SelectField>
    </>
  )
}

async function Ranges({ filter }: { filter: AuditFilter }) {
  const [t, w] = await Promise.all([getTranslations("audit"), when()])
  const since = (days: number) =>
    `${w.field(new Date(w.now.getTime() - days * day)).slice(0, 10)}T00:00`
  const to = (days: number) =>
    addressOf({ ...narrowing(filter), from: since(days), until: undefined })
  return (
    <p className="flex gap-3 text-control">
      <Link href={to(0)} className="link">
        {t("today")}
      </Link>
      {[7, 30].map((days) => (
        <Link key={days} href={to(days)} className="link">
          {t("lastDays", { days })}
        </Link>
      ))}
    </p>
  )
}

async function Times({ filter }: { filter: AuditFilter }) {
  const t = await getTranslations("audit")
  return (["from", "until"] as const).map((name) => (
    <Field key={name} id={`audit-${name}`} label={t(name)}>
      {(wiring) => (
        <Input {...wiring} name={name} type="datetime-local" defaultValue={filter[name]} />
      )}
    </Field>
  ))
}
