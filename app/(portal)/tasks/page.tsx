import { getTranslations } from "next-intl/server"
import { TasksScreen } from "@/components/tasks/tasks-screen"
import { pageActor } from "@/lib/platform/session"
import { taskFilter } from "@/lib/tasks/inputs"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks"))("title") }
}

export default async function TasksPage({ searchParams }: PageProps<"/tasks">) {
  const actor = await pageActor()
  return <TasksScreen actor={actor} filter={taskFilter.parse(await searchParams)} />
}
