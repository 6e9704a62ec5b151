import { NewTask } from "@/components/tasks/new-task"
import { pageActor } from "@/lib/platform/session"

export default async function NewTaskPage({ searchParams }: PageProps<"/tasks/new">) {
  return <NewTask actor={await pageActor()} from={(await searchParams).from} />
}
