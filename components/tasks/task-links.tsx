import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { AddLink } from "@/components/tasks/add-link"
import { RemoveButton } from "@/components/tasks/remove-button"
import { Link } from "@/components/ui/link"
import { RuledNote, Section } from "@/components/ui/section"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import { pageActor } from "@/lib/platform/session"
import { type LinkedTask, linksOf } from "@/lib/tasks/links"
import { isOverdue } from "@/lib/tasks/queries"
import type { TaskPage } from "@/lib/tasks/task-page"

/** 前置任务 and 后续任务: what a task waits for, and what waits for it. */
export async function TaskLinks({ page: { task, can } }: { page: TaskPage }) {
  const [t, { before, after, waiting }] = await Promise.all([
    getTranslations("tasks.links"),
    linksOf(await pageActor(), task.id),
  ])
  const begun = task.state === "doing" || task.state === "need_support"
  return (
    <>
      {(before.length > 0 || can.edit) && (
        <Section title={t("before")} count={before.length || undefined} size="small">
          {begun && waiting > 0 && (
            <div className="mb-1">
              <RuledNote>{t("waits", { count: waiting })}</RuledNote>
            </div>
          )}
          <ul>
            {before.map((link) => (
              <Row
                key={link.id}
                task={link.task}
                remove={can.edit ? { id: task.id, before: link.id } : null}
              />
            ))}
          </ul>
          {can.edit && (
            <AddLink id={task.id} words={{ add: t("add"), find: t("find"), none: t("none") }} />
          )}
        </Section>
      )}
      {after.length > 0 && (
        <Section title={t("after")} count={after.length} size="small">
          <ul>
            {after.map((link) => (
              <Row key={link.id} task={link.task} remove={null} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

async function Row({
  task,
  remove,
}: {
  task: LinkedTask["task"]
  remove: { id: number; before: number } | null
}) {
  const [t, states, times] = await Promise.all([
    getTranslations("tasks.links"),
    getTranslations("states"),
    when(),
  ])
  const look = task && isOverdue(task, times.now) ? "overdue" : task?.state
  return (
    <li className="group/link flex min-h-8 items-center gap-2.5 text-control">
      {task && look ? (
        <>
          <span className="w-18 shrink-0">
            <StateChip {...stateLook[look]}>{states(look)}</StateChip>
          </span>
          <Link href={`/tasks/${task.id}`} className="min-w-0 truncate hover:underline max-md:py-3">
            {task.name}
          </Link>
          <span className="one-word shrink-0 text-meta text-ink-3">
            {task.ownerName}
            {task.dueAt && ` · ${times.date(task.dueAt)}`}
          </span>
        </>
      ) : (
        <span className="text-ink-3">{t("hidden")}</span>
      )}
      {remove && (
        <RemoveButton
          does="link"
          id={remove.id}
          which={remove.before}
          label={task ? t("remove", { name: task.name }) : t("removeHidden")}
          className="opacity-0 group-focus-within/link:opacity-100 group-hover/link:opacity-100 max-md:opacity-100"
        />
      )}
    </li>
  )
}
