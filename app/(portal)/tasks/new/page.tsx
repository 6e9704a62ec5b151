import { NewTask } from "@/components/tasks/new-task"
import { pageActor } from "@/lib/platform/session"

export default async function NewTaskPage({ searchParams }: PageProps<"/tasks/new">) {
  const { from, group } = await searchParams
  return <NewTask actor={await pageActor()} from={from} group={group} />
}
