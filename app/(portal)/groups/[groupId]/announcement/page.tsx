import { getTranslations } from "next-intl/server"
import { AnnouncementScreen } from "@/components/groups/announcement-screen"
import { groupPage } from "@/lib/groups/queries"
import { pageActor } from "@/lib/platform/session"

type Props = PageProps<"/groups/[groupId]/announcement">

export async function generateMetadata({ params }: Props) {
  const page = await groupPage(await pageActor(), Number((await params).groupId))
  const t = await getTranslations("groups.tab")
  return page ? { title: `${t("announcement")} · ${page.title}` } : {}
}

export default async function AnnouncementPage({ params }: Props) {
  const groupId = Number((await params).groupId)
  return <AnnouncementScreen actor={await pageActor()} groupId={groupId} />
}
