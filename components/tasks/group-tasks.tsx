import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { GroupHead } from "@/components/groups/group-head"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { TaskList } from "@/components/tasks/task-list"
import { ButtonLink } from "@/components/ui/button"
import { groupPage } from "@/lib/groups/queries"
import type { PersonActor } from "@/lib/platform/actor"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { canGroup } from "@/lib/tasks/policy"

/** 任务 of a group: the work that is the group's. */
export async function GroupTasks({
  actor,
  groupId,
  filter,
}: {
  actor: PersonActor
  groupId: number
  filter: TaskFilter
}) {
  const [page, t, words] = await Promise.all([
    groupPage(actor, groupId),
    getTranslations("tasks"),
    liveWords(),
  ])
  if (!page || page.group.kind === "direct") notFound()
  return (
    <LiveRegion topics={[`group:${groupId}`, `home:group:${groupId}`]} words={words}>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <GroupHead actor={actor} group={page.group} tab="tasks">
          {canGroup(actor, groupId) && page.group.archivedAt === null && (
            <ButtonLink href={`/tasks/new?group=${groupId}`} icon="plus">
              {t("new")}
            </ButtonLink>
          )}
        </GroupHead>
        <TaskList actor={actor} filter={filter} />
      </div>
    </LiveRegion>
  )
}
