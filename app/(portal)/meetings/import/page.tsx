import { getTranslations } from "next-intl/server"
import { ImportRecords } from "@/components/tasks/import-records"
import { checkMeetingFile } from "@/lib/meetings/importing"
import { canCreate } from "@/lib/meetings/policy"
import { templateHeader } from "@/lib/meetings/template"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.import"))("meetings") }
}

export default async function ImportMeetingsPage({ searchParams }: PageProps<"/meetings/import">) {
  const [actor, asked] = await Promise.all([pageActor(), searchParams])
  return (
    <ImportRecords
      kind="meetings"
      may={canCreate(actor)}
      asked={asked}
      checkFile={(file) => checkMeetingFile(actor, file)}
      header={templateHeader}
    />
  )
}
