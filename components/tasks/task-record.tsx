import { getLocale, getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { Activities } from "@/components/tasks/activities"
import { DueField } from "@/components/tasks/due-field"
import { ProgressForm } from "@/components/tasks/progress-form"
import { StateForm } from "@/components/tasks/state-form"
import { NamedFace } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { PriorityBars } from "@/components/ui/priority-bars"
import { RuledNote, Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import { stateOrder } from "@/lib/tasks/order"
import type { TaskPage } from "@/lib/tasks/queries"

/** A task as its pane and its page show it. */
export async function TaskRecord({ page }: { page: TaskPage }) {
  const { task, owner, creator, coworkers, department, sensitivity, can } = page
  const [t, states, times, locale] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("states"),
    when(),
    getLocale(),
  ])
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
      <FieldRows>
        <FieldRow label={t("field.due")}>
          <DueField task={task} />
        </FieldRow>
        <FieldRow label={t("field.owner")}>
          <NamedFace person={owner} />
        </FieldRow>
        {coworkers.length > 0 && (
          <FieldRow label={t("field.coworkers")}>
            {coworkers.map((person) => (
              <NamedFace key={person.id} person={person} />
            ))}
          </FieldRow>
        )}
        <FieldRow label={t("field.priority")}>
          <PriorityBars level={task.priority} />
          {states(task.priority)}
        </FieldRow>
        <FieldRow label={t("field.progress")}>
          <ProgressForm
            key={task.version}
            id={task.id}
            progress={task.progress}
            label={t("field.progress")}
            tone={stateLook[task.state].tone}
            disabled={!can.report}
          />
        </FieldRow>
        {task.startAt && <FieldRow label={t("field.start")}>{times.moment(task.startAt)}</FieldRow>}
        {department && <FieldRow label={t("field.home")}>{department}</FieldRow>}
        {sensitivity && (
          <FieldRow label={t("field.sensitivity")}>
            {locale === "zh" ? sensitivity.name : sensitivity.nameEn}
          </FieldRow>
        )}
        <FieldRow label={t("field.creator")}>
          <NamedFace person={creator} />
        </FieldRow>
      </FieldRows>
      {task.risk && (
        <Section title={t("field.risk")} size="small">
          <RuledNote>{task.risk}</RuledNote>
        </Section>
      )}
      {task.description && (
        <Section title={t("field.description")} size="small">
          <p className="text-prose text-pretty whitespace-pre-line text-ink-2">
            {task.description}
          </p>
        </Section>
      )}
      <Section title={t("activity")} size="small">
        <Activities taskId={task.id} />
      </Section>
    </>
  )
}

/** The way a task goes, not the order of urgency that lists have. */
const order: readonly string[] = ["todo", "doing", "need_support", "done"]
