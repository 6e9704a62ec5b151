import { getTranslations } from "next-intl/server"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { PrintHead } from "@/components/shell/print-head"
import { Board } from "@/components/tasks/board"
import { Columns } from "@/components/tasks/list-columns"
import { LoadTable } from "@/components/tasks/load-table"
import { Month } from "@/components/tasks/month"
import { SavedViews, savedViewsId } from "@/components/tasks/saved-views"
import { TaskFilters } from "@/components/tasks/task-filters"
import { TaskList } from "@/components/tasks/task-list"
import { taskTabs } from "@/components/tasks/task-tabs"
import { Timeline } from "@/components/tasks/timeline"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
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
        <PageHead
          title={t("title")}
          tabs={tabs}
          tabsLabel={t("views")}
          tabsEnd={
            <button
              type="button"
              popoverTarget={savedViewsId}
              aria-label={t("savedViews.label")}
              title={t("savedViews.label")}
              className="inline-grid size-button shrink-0 place-items-center self-center rounded-field text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
            >
              <Icon name="plus" />
            </button>
          }
        >
          {canCreate(actor) && (
            <ButtonLink href="/tasks/new" tone="primary" icon="plus">
              {t("new")}
            </ButtonLink>
          )}
        </PageHead>
        {filter.view !== "people" && <TaskFilters filter={filter} />}
      </Still>
      <SavedViews actor={actor} filter={filter} />
      <PrintHead title={`${t("title")} ${tabs.find(({ current }) => current)?.label ?? ""}`}>
        {filter.as === "list" && filter.view !== "people" && <Columns />}
      </PrintHead>
      <Looked actor={actor} filter={filter} />
    </LiveRegion>
  )
}

function Looked({ actor, filter }: { actor: PersonActor; filter: TaskFilter }) {
  if (filter.view === "people") return <LoadTable actor={actor} />
  if (filter.as === "calendar") return <Month actor={actor} filter={filter} />
  if (filter.as === "board") return <Board actor={actor} filter={filter} />
  if (filter.as === "timeline") return <Timeline actor={actor} filter={filter} />
  return <TaskList actor={actor} filter={filter} />
}
