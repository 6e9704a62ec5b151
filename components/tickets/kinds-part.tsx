import { getTranslations } from "next-intl/server"
import { ActForm } from "@/components/tickets/act-form"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { Section } from "@/components/ui/section"
import { SelectField } from "@/components/ui/select"
import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { openKinds } from "@/lib/tickets/kinds"
import { canRule } from "@/lib/tickets/policy"
import { closeKindAction, saveKindAction } from "@/lib/tickets/settings-actions"
import type { TicketKind } from "@/lib/tickets/ticket"

type Homes = { value: number; label: string }[]

/** 类别与负责部门: product need → R&D, after-sales → customer service. */
export async function KindsPart({ actor }: { actor: PersonActor }) {
  const [t, kinds, org] = await Promise.all([
    getTranslations("tickets.settings"),
    openKinds(db()),
    organisation(db()),
  ])
  const rules = canRule(actor)
  const homes = [...org.departments.values()].flatMap(({ id, closed }) =>
    closed ? [] : { value: id, label: departmentPath(org, id) },
  )
  return (
    <Section title={t("kinds")} count={kinds.length}>
      <p className="mt-3 mb-2 text-control text-pretty text-ink-3">
        {t("kindsHint")} {rules ? t("clocks") : t("kindsRead")}
      </p>
      {kinds.length === 0 && <p className="text-control text-ink-2">{t("noKinds")}</p>}
      <ul>
        {kinds.map((kind) => (
          <li key={kind.id} className="border-b border-line-soft py-2.5">
            {rules ? (
              <Rule kind={kind} homes={homes} />
            ) : (
              <span className="flex flex-wrap gap-x-3 text-control">
                <strong>{kind.name}</strong>
                <span className="text-ink-2">→ {departmentPath(org, kind.departmentId)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {rules && (
        <div className="pt-4">
          <ActForm
            action={saveKindAction}
            hidden={{}}
            label={t("add")}
            icon="plus"
            className="space-y-2"
          >
            <KindFields homes={homes} />
          </ActForm>
        </div>
      )}
    </Section>
  )
}

async function Rule({ kind, homes }: { kind: TicketKind; homes: Homes }) {
  const t = await getTranslations("tickets.settings")
  return (
    <div className="flex flex-wrap items-end gap-2">
      <ActForm
        key={`${kind.name}${kind.nameEn}${kind.departmentId}`}
        action={saveKindAction}
        hidden={{ id: kind.id }}
        label={t("save")}
        className="flex flex-1 flex-wrap items-end gap-2"
      >
        <KindFields kind={kind} homes={homes} />
      </ActForm>
      <ActForm
        action={closeKindAction}
        hidden={{ id: kind.id }}
        label={t("stop")}
        title={t("stopLabel", { name: kind.name })}
        tone="quiet"
      />
    </div>
  )
}

async function KindFields({ kind, homes }: { kind?: TicketKind; homes: Homes }) {
  const t = await getTranslations("tickets.settings")
  const id = (name: string) => `${name}-${kind?.id ?? "new"}`
  return (
    <div className="grid flex-1 basis-90 gap-2 md:grid-cols-3">
      <InputField
        id={id("name")}
        name="name"
        label={t("name")}
        defaultValue={kind?.name}
        maxLength={30}
        required
      />
      <InputField
        id={id("nameEn")}
        name="nameEn"
        label={t("nameEn")}
        defaultValue={kind?.nameEn}
        maxLength={60}
      />
      <SelectField
        id={id("department")}
        name="department"
        label={t("department")}
        defaultValue={kind?.departmentId}
        required
      >
        <Options of={homes} />
      </SelectField>
    </div>
  )
}
