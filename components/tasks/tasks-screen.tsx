import { getTranslations } from "next-intl/server"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Board } from "@/components/tasks/board"
import { TaskFilters } from "@/components/tasks/task-filters"
import { TaskList } from "@/components/tasks/task-list"
import { taskTabs } from "@/components/tasks/task-tabs"
import { Timeline } from "@/components/tasks/timeline"
import { ButtonLink } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { Still } from "@/components/ui/still"
import type { PersonActor } from "@/lib/platform/actor"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { canCreate } from "@/lib/tasks/policy"

export async function TasksScreen({ actor, filter }: { actor: PersonActor; filter: TaskFilter }) {
  const [t, words, tabs] = await Promise.all([
    getTranslations("tasks"),
    liveWords(),
    taskTabs(actor, filter),
  ])
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <Still>
        <PageHead title={t("title")} tabs={tabs} tabsLabel={t("views")}>
          {canCreate(actor) && (
            <ButtonLink href="/tasks/new" tone="primary" icon="plus">
              {t("new")}
            </ButtonLink>
          )}
        </PageHead>
        <TaskFilters filter={filter} />
      </Still>
      <Looked actor={actor} filter={filter} />
    </LiveRegion>
  )
}

function Looked({ actor, filter }: { actor: PersonActor; filter: TaskFilter }) {
  if (filter.as === "board") return <Board actor={actor} filter={filter} />
  if (filter.as === "timeline") return <Timeline actor={actor} filter={filter} />
  return <TaskList actor={actor} filter={filter} />
}
