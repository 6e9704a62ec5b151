import { getTranslations } from "next-intl/server"
import { ImportTasks } from "@/components/tasks/import-tasks"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.import"))("title") }
}

export default async function ImportTasksPage({ searchParams }: PageProps<"/tasks/import">) {
  const { file, refused } = await searchParams
  return <ImportTasks actor={await pageActor()} file={file} refused={refused !== undefined} />
}
