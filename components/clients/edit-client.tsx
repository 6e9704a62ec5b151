import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { ClientForm } from "@/components/clients/client-form"
import { clientFormData } from "@/components/clients/client-form-data"
import type { ClientPage } from "@/lib/clients/page"
import type { PersonActor } from "@/lib/platform/actor"

export async function EditClient({ actor, page }: { actor: PersonActor; page: ClientPage }) {
  const [t, data] = await Promise.all([getTranslations("clients"), clientFormData(actor, page)])
  return (
    <div className="flex max-w-180 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">
        {t("edit")} · {page.client.name}
      </h1>
      <ClientForm data={data} formKey={randomUUID()} cancel={`/clients/${page.client.id}`} />
    </div>
  )
}
