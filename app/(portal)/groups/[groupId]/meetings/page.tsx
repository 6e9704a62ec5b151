import { getTranslations } from "next-intl/server"
import { GroupMeetings } from "@/components/meetings/group-meetings"
import { groupPage } from "@/lib/groups/queries"
import { meetingFilter } from "@/lib/meetings/inputs"
import { pageActor } from "@/lib/platform/session"

type Props = PageProps<"/groups/[groupId]/meetings">

export async function generateMetadata({ params }: Props) {
  const page = await groupPage(await pageActor(), Number((await params).groupId))
  const t = await getTranslations("meetings")
  return page ? { title: `${t("title")} · ${page.title}` } : {}
}

export default async function GroupMeetingsPage({ params, searchParams }: Props) {
  const group = Number((await params).groupId)
  const filter = meetingFilter.parse({ ...(await searchParams), group })
  return <GroupMeetings actor={await pageActor()} groupId={group} filter={filter} />
}
