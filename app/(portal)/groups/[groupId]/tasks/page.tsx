import { getTranslations } from "next-intl/server"
import { GroupTasks } from "@/components/tasks/group-tasks"
import { groupPage } from "@/lib/groups/queries"
import { pageActor } from "@/lib/platform/session"
import { taskFilter } from "@/lib/tasks/inputs"

type Props = PageProps<"/groups/[groupId]/tasks">

export async function generateMetadata({ params }: Props) {
  const page = await groupPage(await pageActor(), Number((await params).groupId))
  const t = await getTranslations("tasks")
  return page ? { title: `${t("title")} · ${page.title}` } : {}
}

export default async function GroupTasksPage({ params, searchParams }: Props) {
  const group = Number((await params).groupId)
  const filter = taskFilter.parse({ ...(await searchParams), view: "group", group })
  return <GroupTasks actor={await pageActor()} groupId={group} filter={filter} />
}
