import { NewClient } from "@/components/clients/new-client"
import { pageActor } from "@/lib/platform/session"

export default async function NewClientDialog() {
  return <NewClient actor={await pageActor()} dialog />
}
