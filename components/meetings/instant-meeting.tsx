import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { InstantForm } from "@/components/meetings/instant-form"
import { pickerWords } from "@/components/people/picker-words"
import { RouteDialog } from "@/components/ui/route-dialog"
import { formChoices } from "@/lib/meetings/choices"
import { canCreate } from "@/lib/meetings/policy"
import type { PersonActor } from "@/lib/platform/actor"

/** 发起即时会议, over whatever page one is on, or as a page where there is no script. */
export async function InstantMeeting({
  actor,
  dialog = false,
}: {
  actor: PersonActor
  dialog?: boolean
}) {
  if (!canCreate(actor)) notFound()
  const [t, pick, choices] = await Promise.all([
    getTranslations("meetings"),
    pickerWords(),
    formChoices(actor),
  ])
  const form = (
    <InstantForm
      formKey={randomUUID()}
      groups={choices.groups}
      words={{
        title: t("form.instantTitle"),
        people: t("field.people"),
        group: t("field.group"),
        noGroup: t("form.noGroup"),
        note: t("form.instantNote"),
        cancel: t("form.cancel"),
        submit: t("now"),
        pick,
      }}
    />
  )
  if (dialog)
    return (
      <RouteDialog path="/meetings/now" title={t("now")} closeLabel={t("page.close")} size="m">
        {form}
      </RouteDialog>
    )
  return (
    <div className="flex max-w-140 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("now")}</h1>
      {form}
    </div>
  )
}
