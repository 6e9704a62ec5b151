import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { RecordForm } from "@/components/clients/record-form"
import { recordFormData } from "@/components/clients/record-form-data"
import { RouteDialog } from "@/components/ui/route-dialog"
import { canCorrect } from "@/lib/clients/communication"
import { clientPage } from "@/lib/clients/page"
import { communicationOf } from "@/lib/clients/timeline"
import type { PersonActor } from "@/lib/platform/actor"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function RecordPage({
  actor,
  client: number,
  communication,
  dialog = false,
}: {
  actor: PersonActor
  client: string
  /** The record that is corrected. */
  communication?: unknown
  dialog?: boolean
}) {
  const page = await clientPage(actor, Number(number))
  if (!page?.can.record) notFound()
  const id = /^\d{1,15}$/.test(String(communication)) ? Number(communication) : 0
  const record = id > 0 ? await communicationOf(page.client.id, id) : undefined
  if (id > 0 && !(record && canCorrect(actor, page.client, record))) notFound()
  const [t, data] = await Promise.all([
    getTranslations("clients"),
    recordFormData(actor, page, record),
  ])
  const form = <RecordForm data={data} formKey={randomUUID()} />
  const title = t(record ? "record.edit" : "record.add")
  if (dialog)
    return (
      <RouteDialog
        path={`/clients/${page.client.id}/record`}
        title={`${title} · ${page.client.shortName || page.client.name}`}
        closeLabel={t("close")}
        size="m"
      >
        {form}
      </RouteDialog>
    )
  return (
    <div className="flex max-w-140 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{title}</h1>
      <p className="px-5 text-control text-ink-2">{page.client.name}</p>
      {form}
    </div>
  )
}
