import { NewGroup } from "@/components/groups/new-group"
import { pageActor } from "@/lib/platform/session"

export default async function NewGroupDialog() {
  return <NewGroup actor={await pageActor()} dialog />
}
