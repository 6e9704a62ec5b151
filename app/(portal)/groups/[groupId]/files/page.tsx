import { getTranslations } from "next-intl/server"
import { GroupMinutes } from "@/components/meetings/group-minutes"
import { GroupFiles } from "@/components/messages/group-files"
import { groupPage } from "@/lib/groups/queries"
import { minutesOfGroup } from "@/lib/meetings/group-minutes"
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
  const actor = await pageActor()
  const id = Number(groupId)
  const minutes = Number.isSafeInteger(id) ? await minutesOfGroup(actor, id) : []
  const above = minutes.length > 0 ? <GroupMinutes rows={minutes} groupId={id} /> : null
  return <GroupFiles actor={actor} groupId={id} before={seq} above={above} />
}
