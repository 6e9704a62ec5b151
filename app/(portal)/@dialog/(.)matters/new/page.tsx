import { NewMatter } from "@/components/matters/new-matter"
import { pageActor } from "@/lib/platform/session"

export default async function NewMatterDialog() {
  return <NewMatter actor={await pageActor()} dialog />
}
