import { NewMatter } from "@/components/matters/new-matter"
import { pageActor } from "@/lib/platform/session"

export default async function NewMatterPage() {
  return <NewMatter actor={await pageActor()} />
}
