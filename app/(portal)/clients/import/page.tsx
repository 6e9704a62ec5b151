import { getTranslations } from "next-intl/server"
import { ImportRecords } from "@/components/tasks/import-records"
import { checkTalkFile } from "@/lib/clients/importing"
import { canCreate } from "@/lib/clients/policy"
import { templateHeader } from "@/lib/clients/template"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.import"))("clients") }
}

export default async function ImportTalksPage({ searchParams }: PageProps<"/clients/import">) {
  const [actor, asked] = await Promise.all([pageActor(), searchParams])
  return (
    <ImportRecords
      kind="clients"
      may={canCreate(actor)}
      asked={asked}
      checkFile={(file) => checkTalkFile(actor, file)}
      header={templateHeader}
    />
  )
}
