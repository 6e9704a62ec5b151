import { getTranslations } from "next-intl/server"
import { ImportRecords } from "@/components/tasks/import-records"
import { pageActor } from "@/lib/platform/session"
import { checkTaskFile } from "@/lib/tasks/importing"
import { canCreate } from "@/lib/tasks/policy"
import { templateHeader } from "@/lib/tasks/template"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.import"))("title") }
}

export default async function ImportTasksPage({ searchParams }: PageProps<"/tasks/import">) {
  const [actor, asked] = await Promise.all([pageActor(), searchParams])
  return (
    <ImportRecords
      kind="tasks"
      may={canCreate(actor)}
      asked={asked}
      checkFile={(file) => checkTaskFile(actor, file)}
      header={templateHeader}
    />
  )
}
