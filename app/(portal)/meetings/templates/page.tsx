import { getTranslations } from "next-intl/server"
import { TemplatesScreen } from "@/components/meetings/templates-screen"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.template"))("title") }
}

export default async function TemplatesPage() {
  return <TemplatesScreen actor={await pageActor()} />
}
