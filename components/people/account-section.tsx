import { getLocale, getTranslations } from "next-intl/server"
import { AccountForms } from "@/components/people/account-forms"
import { DisableDialog } from "@/components/people/disable-dialog"
import type { HandoverData } from "@/components/people/handover-form"
import { pickerWords } from "@/components/people/picker-words"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { canManageAccount } from "@/lib/people/accounts-policy"
import { inTreeOrder } from "@/lib/people/department-tree"
import { handoverChoices } from "@/lib/people/handover-choices"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, type Organisation, organisation } from "@/lib/platform/organisation"

interface Colleague {
  id: number
  name: string
  departmentId: number
  disabledAt: Date | null
}

/** What 人事 and 平台管理 do with somebody's account; nothing for anybody else. */
export async function AccountSection({ actor, person }: { actor: PersonActor; person: Colleague }) {
  const org = await organisation(db())
  const administrator = org.duties.get(person.id)?.has("platform") ?? false
  if (!canManageAccount(actor, { id: person.id, administrator })) return null
  const [t, data] = await Promise.all([
    getTranslations("people.colleague"),
    handoverData(actor, person),
  ])
  const left = person.disabledAt !== null
  const closed = org.departments.get(person.departmentId)?.closed ?? true
  return (
    <Section title={t("account")} size="small">
      <AccountForms
        key={String(person.disabledAt)}
        id={person.id}
        left={left}
        places={left && closed ? [{ value: "", label: t("choose") }, ...placesIn(org)] : null}
        words={{
          enable: t("enable"),
          enableIn: t("enableIn"),
          gone: t("gone", { department: departmentPath(org, person.departmentId) }),
          printLink: t("printLink"),
          mailLink: t("mailLink"),
          mailed: t("mailed"),
          onceOnly: t("onceOnly"),
          copy: t("copy"),
          copied: t("copied"),
        }}
      >
        {(!left || data.parts.length > 0) && <DisableDialog data={data} />}
      </AccountForms>
    </Section>
  )
}

/** Where somebody may come back to whose department is gone. */
const placesIn = (org: Organisation) =>
  inTreeOrder(org, null)
    .filter((id) => !org.departments.get(id)?.closed)
    .map((id) => ({ value: id, label: departmentPath(org, id) }))

async function handoverData(actor: PersonActor, person: Colleague): Promise<HandoverData> {
  const [t, locale, choices] = await Promise.all([
    getTranslations("people.handover"),
    getLocale(),
    handoverChoices(db(), actor, person.id),
  ])
  const left = person.disabledAt !== null
  return {
    id: person.id,
    act: left ? "handOver" : "disable",
    heir: choices.heir,
    parts: choices.parts.map(({ field, label, sensitivity, count, fits }) => ({
      field,
      fits,
      count: t("count", { count }),
      label: sensitivity
        ? t("labelled", { label: label[locale], sensitivity: sensitivity[locale] })
        : label[locale],
    })),
    leads: choices.leads.map(({ id, name }) => ({ id, label: t("head", { department: name }) })),
    words: {
      title: t(left ? "laterTitle" : "title", { name: person.name }),
      submit: t(left ? "handOver" : "confirm"),
      cancel: t("cancel"),
      close: t("close"),
      ends: t("ends"),
      holds: t("holds"),
      nothing: t("nothing"),
      to: t("to"),
      perKind: t("perKind"),
      same: t("same"),
      labelNote: t("labelNote"),
      headTo: t("headTo"),
      headOpen: t("headOpen"),
      later: t("later"),
      pick: await pickerWords(),
    },
  }
}
