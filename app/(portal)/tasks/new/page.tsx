import { NewTask } from "@/components/tasks/new-task"
import { pageActor } from "@/lib/platform/session"

export default async function NewTaskPage() {
  return <NewTask actor={await pageActor()} />
}
