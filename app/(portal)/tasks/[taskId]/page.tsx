import { notFound } from "next/navigation"
import { TaskScreen } from "@/components/tasks/task-screen"
import { pageActor } from "@/lib/platform/session"
import { taskPage } from "@/lib/tasks/task-page"

export async function generateMetadata({ params }: PageProps<"/tasks/[taskId]">) {
  const page = await taskPage(await pageActor(), Number((await params).taskId))
  return page ? { title: page.task.name } : {}
}

export default async function TaskPage({ params }: PageProps<"/tasks/[taskId]">) {
  const page = await taskPage(await pageActor(), Number((await params).taskId))
  if (!page) notFound()
  return <TaskScreen page={page} />
}
