import { notFound } from "next/navigation"
import { EditTask } from "@/components/tasks/edit-task"
import { pageActor } from "@/lib/platform/session"
import { taskPage } from "@/lib/tasks/task-page"

export default async function EditTaskPage({ params }: PageProps<"/tasks/[taskId]/edit">) {
  const actor = await pageActor()
  const page = await taskPage(actor, Number((await params).taskId))
  if (!page?.can.edit) notFound()
  return <EditTask actor={actor} page={page} />
}
