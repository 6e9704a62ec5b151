import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { StateForm } from "@/components/tasks/state-form"
import { TaskActivity } from "@/components/tasks/task-activity"
import { TaskFacts } from "@/components/tasks/task-facts"
import { RuledNote, Section } from "@/components/ui/section"
import { TaggedText } from "@/components/ui/tag"
import { stateOrder } from "@/lib/tasks/order"
import type { TaskPage } from "@/lib/tasks/queries"

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
          disabled={!can.report}
        />
      </div>
      <TaskFacts page={page} />
      <TaskActivity taskId={task.id}>
        {task.risk && (
          <Section title={t("field.risk")} size="small">
            <RuledNote>{task.risk}</RuledNote>
          </Section>
        )}
        {task.description && (
          <Section title={t("field.description")} size="small">
            <p className="text-prose text-pretty whitespace-pre-line text-ink-2">
              <TaggedText text={task.description} />
            </p>
          </Section>
        )}
      </TaskActivity>
    </>
  )
}

/** The way a task goes, not the order of urgency that lists have. */
const order: readonly string[] = ["todo", "doing", "need_support", "done"]
