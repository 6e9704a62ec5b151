import { getTranslations } from "next-intl/server"
import { ScheduledScreen } from "@/components/messages/scheduled-screen"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("messages.setAside"))("scheduled") }
}

export default async function ScheduledPage() {
  return <ScheduledScreen actor={await pageActor()} />
}
