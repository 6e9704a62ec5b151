import { notFound } from "next/navigation"
import { TaskPane } from "@/components/tasks/task-pane"
import { pageActor } from "@/lib/platform/session"
import { taskPage } from "@/lib/tasks/task-page"

export default async function PanePage({ params }: { params: Promise<{ taskId: string }> }) {
  const page = await taskPage(await pageActor(), Number((await params).taskId))
  if (!page) notFound()
  return <TaskPane page={page} />
}
