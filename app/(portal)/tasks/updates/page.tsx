import { getTranslations } from "next-intl/server"
import { UpdatesScreen } from "@/components/tasks/updates-screen"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.updates"))("title") }
}

export default async function UpdatesPage() {
  return <UpdatesScreen actor={await pageActor()} />
}
