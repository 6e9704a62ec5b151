import { getTranslations } from "next-intl/server"
import { Inbox } from "@/components/inbox/inbox"
import { inboxFilter } from "@/lib/notifications/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("notifications"))("title") }
}

export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const actor = await pageActor()
  return <Inbox actor={actor} filter={inboxFilter.parse(await searchParams)} />
}
