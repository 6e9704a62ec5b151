import { getTranslations } from "next-intl/server"
import { MembersScreen } from "@/components/groups/members-screen"
import { membersFilter } from "@/lib/groups/inputs"
import { groupPage } from "@/lib/groups/queries"
import { pageActor } from "@/lib/platform/session"

type Props = PageProps<"/groups/[groupId]/members">

export async function generateMetadata({ params }: Props) {
  const page = await groupPage(await pageActor(), Number((await params).groupId))
  const t = await getTranslations("groups.tab")
  return page ? { title: `${t("members")} · ${page.title}` } : {}
}

export default async function MembersPage({ params, searchParams }: Props) {
  const groupId = Number((await params).groupId)
  const filter = membersFilter.parse(await searchParams)
  return <MembersScreen actor={await pageActor()} groupId={groupId} filter={filter} />
}
