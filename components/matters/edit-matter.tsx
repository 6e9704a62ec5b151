import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { MatterForm } from "@/components/matters/matter-form"
import { matterFormData } from "@/components/matters/matter-form-data"
import { numberOf } from "@/lib/matters/numbers"
import type { MatterPage } from "@/lib/matters/page"
import type { PersonActor } from "@/lib/platform/actor"

export async function EditMatter({ actor, page }: { actor: PersonActor; page: MatterPage }) {
  const [t, data] = await Promise.all([getTranslations("matters"), matterFormData(actor, page)])
  return (
    <div className="flex max-w-180 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">
        {t("edit")} <span className="one-word">{numberOf(page.matter.id)}</span>
      </h1>
      <MatterForm
        data={data}
        formKey={randomUUID()}
        cancel={`/matters/${page.matter.id}`}
        submitWord={t("form.save")}
      />
    </div>
  )
}
