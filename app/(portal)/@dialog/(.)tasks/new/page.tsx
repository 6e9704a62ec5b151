import { NewTask } from "@/components/tasks/new-task"
import { pageActor } from "@/lib/platform/session"

export default async function NewTaskDialog() {
  return <NewTask actor={await pageActor()} dialog />
}
