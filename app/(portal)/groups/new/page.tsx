import { getTranslations } from "next-intl/server"
import { NewGroup } from "@/components/groups/new-group"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("groups"))("new") }
}

export default async function NewGroupPage() {
  return <NewGroup actor={await pageActor()} />
}
