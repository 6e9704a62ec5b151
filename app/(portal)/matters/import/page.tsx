import { getTranslations } from "next-intl/server"
import { ImportRecords } from "@/components/tasks/import-records"
import { checkMatterFile } from "@/lib/matters/importing"
import { canCreate } from "@/lib/matters/policy"
import { templateHeader } from "@/lib/matters/template"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.import"))("matters") }
}

export default async function ImportMattersPage({ searchParams }: PageProps<"/matters/import">) {
  const [actor, asked] = await Promise.all([pageActor(), searchParams])
  return (
    <ImportRecords
      kind="matters"
      may={canCreate(actor)}
      asked={asked}
      checkFile={(file) => checkMatterFile(actor, file)}
      header={templateHeader}
    />
  )
}
