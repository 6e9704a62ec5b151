import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { MatterForm } from "@/components/matters/matter-form"
import { matterFormData } from "@/components/matters/matter-form-data"
import { RouteDialog } from "@/components/ui/route-dialog"
import { canCreate } from "@/lib/matters/policy"
import type { PersonActor } from "@/lib/platform/actor"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function NewMatter({
  actor,
  dialog = false,
}: {
  actor: PersonActor
  dialog?: boolean
}) {
  if (!canCreate(actor)) notFound()
  const [t, data] = await Promise.all([getTranslations("matters"), matterFormData(actor)])
  const form = (
    <MatterForm data={data} formKey={randomUUID()} cancel="/matters" submitWord={t("new")} />
  )
  if (dialog)
    return (
      <RouteDialog path="/matters/new" title={t("new")} closeLabel={t("close")} size="l">
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
