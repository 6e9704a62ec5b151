import { notFound } from "next/navigation"
import { ConversationScreen } from "@/components/messages/conversation-screen"
import { groupPage } from "@/lib/groups/queries"
import { openGroup } from "@/lib/messages/opening"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata({ params }: PageProps<"/groups/[groupId]">) {
  const page = await groupPage(await pageActor(), Number((await params).groupId))
  return page ? { title: page.title } : {}
}

export default async function GroupPage({ params, searchParams }: PageProps<"/groups/[groupId]">) {
  const actor = await pageActor()
  const { message } = await searchParams
  const opened = await openGroup(
    actor,
    Number((await params).groupId),
    typeof message === "string" ? Number(message) || 0 : null,
  )
  if (!opened) notFound()
  return <ConversationScreen actor={actor} opened={opened} />
}
