import { notFound } from "next/navigation"
import { LoadAnew } from "@/components/tasks/load-anew"
import { TaskPane } from "@/components/tasks/task-pane"
import { pageActor } from "@/lib/platform/session"
import { taskPage } from "@/lib/tasks/task-page"

export default async function PanePage({ params }: { params: Promise<{ taskId: string }> }) {
  const { taskId } = await params
  if (!/^\d+$/.test(taskId)) return <LoadAnew />
  const page = await taskPage(await pageActor(), Number(taskId))
  if (!page) notFound()
  return <TaskPane page={page} />
}
