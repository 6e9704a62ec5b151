import { getTranslations } from "next-intl/server"
import { LinkedText } from "@/components/shell/linked-text"
import { stateLook } from "@/components/shell/state-look"
import { Attachments } from "@/components/tasks/attachments"
import { Checklist } from "@/components/tasks/checklist"
import { StateForm } from "@/components/tasks/state-form"
import { TaskActivity } from "@/components/tasks/task-activity"
import { TaskFacts } from "@/components/tasks/task-facts"
import { TaskLinks } from "@/components/tasks/task-links"
import { TaskNudge } from "@/components/tasks/task-nudge"
import { TaskRequests } from "@/components/tasks/task-requests"
import { askSupportWords, TaskSupport } from "@/components/tasks/task-support"
import { RuledNote, Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import { stateOrder } from "@/lib/tasks/order"
import type { TaskPage } from "@/lib/tasks/task-page"

/** A task as its pane and its page show it. */
export async function TaskRecord({ page }: { page: TaskPage }) {
  const { task, can } = page
  const [t, states] = await Promise.all([getTranslations("tasks"), getTranslations("states")])
  const parts = [...stateOrder].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return (
    <>
      <h1 className="text-title">{task.name}</h1>
      <div className="mt-3">
        <StateForm
          id={task.id}
          value={task.state}
          label={t("field.state")}
          parts={parts.map((value) => ({
            value,
            label: states(value),
            icon: stateLook[value].icon,
            tone: stateLook[value].tone,
          }))}
          support={await askSupportWords()}
          disabled={!can.report}
        />
      </div>
      <TaskNudge page={page} />
      <TaskSupport page={page} />
      <TaskRequests page={page} />
      <TaskFacts page={page} />
      <TaskActivity taskId={task.id}>
        {task.risk && (
          <Section title={t("field.risk")} size="small">
            <RuledNote>
              <LinkedText text={task.risk} />
            </RuledNote>
          </Section>
        )}
        <DueTimes page={page} />
        {task.description && (
          <Section title={t("field.description")} size="small">
            <p className="text-prose text-pretty whitespace-pre-line text-ink-2">
              <LinkedText text={task.description} />
            </p>
          </Section>
        )}
        <Checklist page={page} />
        <Attachments
          kind="task"
          id={page.task.id}
          mayAdd={page.can.report}
          mayRemove={page.can.edit}
        />
        <TaskLinks page={page} />
      </TaskActivity>
    </>
  )
}

/** 改期记录: when it was due before, and why it no longer is. */
async function DueTimes({ page: { moved } }: { page: TaskPage }) {
  if (moved.length === 0) return null
  const [t, times] = await Promise.all([getTranslations("tasks.moved"), when()])
  const said = (at: Date) => `${times.date(at)} ${times.clock(at)}`
  return (
    <Section title={t("title")} size="small">
      <ol className="space-y-1.5 text-control">
        {moved.map((change) => (
          <li key={change.id}>
            <span className="text-ink-3">
              {t("from", { time: said(change.before) })} →{" "}
              {change.after ? said(change.after) : t("none")}
            </span>
            <br />
            <LinkedText text={change.reason} />
            <span className="ml-2 text-meta text-ink-3">
              {change.person.name} {times.feed(change.at)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** The way a task goes, not the order of urgency that lists have. */
const order: readonly string[] = ["todo", "doing", "need_support", "done"]
