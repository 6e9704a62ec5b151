import { getTranslations } from "next-intl/server"
import { EditForm } from "@/components/tasks/edit-form"
import { taskFormData } from "@/components/tasks/task-form-data"
import type { PersonActor } from "@/lib/platform/actor"
import type { TaskPage } from "@/lib/tasks/task-page"

export async function EditTask({ actor, page }: { actor: PersonActor; page: TaskPage }) {
  const [t, data] = await Promise.all([getTranslations("tasks"), taskFormData(actor, page)])
  return (
    <div className="flex max-w-180 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("edit")}</h1>
      <EditForm
        data={data}
        id={page.task.id}
        version={page.task.version}
        words={{ theirs: t("theirs"), yours: t("yours") }}
      />
    </div>
  )
}
