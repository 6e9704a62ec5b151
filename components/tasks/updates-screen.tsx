import { getTranslations } from "next-intl/server"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { stateLook } from "@/components/shell/state-look"
import { UpdateForm } from "@/components/tasks/update-form"
import { updateWords } from "@/components/tasks/update-words"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { PersonActor } from "@/lib/platform/actor"
import { type TaskToUpdate, tasksToUpdate } from "@/lib/tasks/updating"

/** 更新进度 as a page: each task that hasn't been heard of today, one line to say how it stands. */
export async function UpdatesScreen({ actor }: { actor: PersonActor }) {
  const [t, words] = await Promise.all([getTranslations("tasks.updates"), liveWords()])
  return (
    <LiveRegion topics={[`person:${actor.personId}`]} words={words}>
      <PageHead title={t("title")} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <TasksToUpdate actor={actor} />
      </div>
    </LiveRegion>
  )
}

/** The same inside the inbox. */
export async function TasksToUpdate({ actor }: { actor: PersonActor }) {
  const [t, rows] = await Promise.all([getTranslations("tasks.updates"), tasksToUpdate(actor)])
  if (rows.length === 0) return <Empty title={t("all")}>{t("allHint")}</Empty>
  return (
    <div className="max-w-180 px-gutter pb-8">
      <p className="pt-3 pb-1 text-control text-ink-2">{t("lead", { count: rows.length })}</p>
      <ul>
        {rows.map((task) => (
          <Row key={task.id} task={task} />
        ))}
      </ul>
    </div>
  )
}

async function Row({ task }: { task: TaskToUpdate }) {
  const [states, times] = await Promise.all([getTranslations("states"), when()])
  const { tone, icon } = stateLook[task.state]
  return (
    <li className="border-b border-line-soft py-3">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <StateChip icon={icon} tone={tone}>
          {states(task.state)}
        </StateChip>
        <Link href={`/tasks/${task.id}`} className="min-w-0 text-ui font-semibold hover:underline">
          {task.name}
        </Link>
        {task.dueAt && (
          <time dateTime={task.dueAt.toISOString()} className="ml-auto text-meta text-ink-3">
            {times.moment(task.dueAt)}
          </time>
        )}
      </p>
      <UpdateForm
        key={`${task.id} ${task.progress}`}
        id={task.id}
        progress={task.progress}
        tone={tone}
        words={{ ...(await updateWords()), of: task.name }}
      />
    </li>
  )
}
