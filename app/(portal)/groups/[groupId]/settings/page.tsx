import { getTranslations } from "next-intl/server"
import { GroupSettings } from "@/components/groups/group-settings"
import { groupPage } from "@/lib/groups/queries"
import { pageActor } from "@/lib/platform/session"

type Props = PageProps<"/groups/[groupId]/settings">

export async function generateMetadata({ params }: Props) {
  const page = await groupPage(await pageActor(), Number((await params).groupId))
  const t = await getTranslations("groups")
  return page?.can.manage ? { title: `${t("settings")} · ${page.title}` } : {}
}

export default async function GroupSettingsPage({ params }: Props) {
  const groupId = Number((await params).groupId)
  return <GroupSettings actor={await pageActor()} groupId={groupId} />
}
