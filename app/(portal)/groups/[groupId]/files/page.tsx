import { getTranslations } from "next-intl/server"
import { GroupFiles } from "@/components/messages/group-files"
import { groupPage } from "@/lib/groups/queries"
import { pageActor } from "@/lib/platform/session"

type Props = PageProps<"/groups/[groupId]/files">

export async function generateMetadata({ params }: Props) {
  const page = await groupPage(await pageActor(), Number((await params).groupId))
  const t = await getTranslations("messages.files")
  return page ? { title: `${t("title")} · ${page.title}` } : {}
}

export default async function GroupFilesPage({ params, searchParams }: Props) {
  const [{ groupId }, { before }] = await Promise.all([params, searchParams])
  const seq = typeof before === "string" && /^\d{1,15}$/.test(before) ? Number(before) : undefined
  return <GroupFiles actor={await pageActor()} groupId={Number(groupId)} before={seq} />
}
