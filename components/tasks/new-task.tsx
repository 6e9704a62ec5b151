import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { TaskForm } from "@/components/tasks/task-form"
import { taskFormData } from "@/components/tasks/task-form-data"
import { RouteDialog } from "@/components/ui/route-dialog"
import type { PersonActor } from "@/lib/platform/actor"
import { canCreate } from "@/lib/tasks/policy"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function NewTask({ actor, dialog = false }: { actor: PersonActor; dialog?: boolean }) {
  if (!canCreate(actor)) notFound()
  const [t, data] = await Promise.all([getTranslations("tasks"), taskFormData(actor)])
  const form = (
    <TaskForm data={data} formKey={randomUUID()} personId={actor.personId} dialog={dialog} />
  )
  if (dialog)
    return (
      <RouteDialog path="/tasks/new" title={t("new")} closeLabel={t("close")} size="l">
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
