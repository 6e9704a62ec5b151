import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { NewGroupForm } from "@/components/groups/new-group-form"
import { pickerWords } from "@/components/people/picker-words"
import { RouteDialog } from "@/components/ui/route-dialog"
import { joinRules } from "@/db/schema/groups"
import { departmentChoices } from "@/lib/groups/choices"
import { madeKinds } from "@/lib/groups/inputs"
import { canCreate } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function NewGroup({
  actor,
  dialog = false,
}: {
  actor: PersonActor
  dialog?: boolean
}) {
  const t = await getTranslations("groups")
  const departments = await departmentChoices(actor)
  // Who creates nothing still writes to colleagues.
  const kinds = madeKinds.filter(
    (kind) =>
      kind === "direct" || (kind === "department" ? departments.length > 0 : canCreate(actor)),
  )
  const form = (
    <NewGroupForm
      kinds={kinds.map((value) => ({
        value,
        label: t(`kind.${value}`),
      }))}
      departments={departments}
      rules={joinRules.map((value) => ({ value, label: t(`joinRule.${value}`) }))}
      formKey={randomUUID()}
      dialog={dialog}
      words={await formWords()}
    />
  )
  if (dialog)
    return (
      <RouteDialog path="/groups/new" title={t("new")} closeLabel={t("close")} size="m">
        {form}
      </RouteDialog>
    )
  return (
    <div className="flex max-w-140 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("new")}</h1>
      {form}
    </div>
  )
}

async function formWords() {
  const t = await getTranslations("groups")
  return {
    kind: t("field.kind"),
    name: t("field.name"),
    about: t("field.about"),
    aboutHint: t("field.aboutHint"),
    department: t("field.department"),
    departmentHint: t("field.departmentHint"),
    departmentName: t("field.departmentName"),
    members: t("field.members"),
    membersHint: t("field.membersHint"),
    joinRule: t("field.joinRule"),
    chatHint: t("field.chatHint"),
    choose: t("choose"),
    create: t("new"),
    cancel: t("cancel"),
    browse: t("browse.title"),
    pick: await pickerWords(),
  }
}
