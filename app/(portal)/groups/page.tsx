import { getLocale, getTranslations } from "next-intl/server"
import { words } from "@/lib/messages/words"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("messages"))("title") }
}

export default async function GroupsPage() {
  await pageActor()
  const { talk } = words[await getLocale()]
  return (
    <>
      <h1 className="sr-only">{talk.stream}</h1>
      <p className="p-8 text-control text-ink-3 max-md:hidden">{talk.choose}</p>
    </>
  )
}
