import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ClientForm } from "@/components/clients/client-form"
import { clientFormData } from "@/components/clients/client-form-data"
import { RouteDialog } from "@/components/ui/route-dialog"
import { canCreate } from "@/lib/clients/policy"
import type { PersonActor } from "@/lib/platform/actor"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function NewClient({
  actor,
  dialog = false,
}: {
  actor: PersonActor
  dialog?: boolean
}) {
  if (!canCreate(actor)) notFound()
  const [t, data] = await Promise.all([getTranslations("clients"), clientFormData(actor)])
  const form = <ClientForm data={data} formKey={randomUUID()} cancel="/clients" />
  if (dialog)
    return (
      <RouteDialog path="/clients/new" title={t("new")} closeLabel={t("close")} size="l">
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
