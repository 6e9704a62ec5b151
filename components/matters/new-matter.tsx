import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { MatterForm } from "@/components/matters/matter-form"
import { matterFormData } from "@/components/matters/matter-form-data"
import { RouteDialog } from "@/components/ui/route-dialog"
import { canCreate } from "@/lib/matters/policy"
import type { PersonActor } from "@/lib/platform/actor"
import { shownSource, sourceIn } from "@/lib/tasks/source"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function NewMatter({
  actor,
  from,
  dialog = false,
}: {
  actor: PersonActor
  /** The record that it is made from: `message:12`. */
  from?: unknown
  dialog?: boolean
}) {
  if (!canCreate(actor)) notFound()
  const [t, data, made] = await Promise.all([
    getTranslations("matters"),
    matterFormData(actor),
    startFrom(actor, from),
  ])
  const form = (
    <MatterForm
      data={{ ...data, start: { ...data.start, ...made?.start } }}
      source={made?.ref}
      formKey={randomUUID()}
      cancel="/matters"
      submitWord={t("new")}
    />
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

const longestDescription = 60

/** What a record gives to the matter made from it; nothing when it isn't the actor's to see. */
async function startFrom(actor: PersonActor, from: unknown) {
  const ref = typeof from === "string" && /^[a-z]{1,20}:\d{1,15}$/.test(from) ? from : null
  const found = ref && (await shownSource(actor, sourceIn(ref)))
  if (!ref || !found) return null
  const start = { description: found.title.slice(0, longestDescription), background: found.text }
  return { ref, start }
}
