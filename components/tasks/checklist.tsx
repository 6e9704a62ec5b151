import { getTranslations } from "next-intl/server"
import { ChecklistBody } from "@/components/tasks/checklist-body"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { checksOf } from "@/lib/tasks/checks"
import type { TaskPage } from "@/lib/tasks/task-page"

/** 清单: the steps of a task. */
export async function Checklist({ page: { task, can } }: { page: TaskPage }) {
  const [t, checks] = await Promise.all([getTranslations("tasks.checks"), checksOf(db(), task.id)])
  if (checks.length === 0 && !can.report) return null
  const done = checks.filter(({ doneAt }) => doneAt !== null).length
  return (
    <Section
      title={t("title")}
      count={checks.length > 0 ? t("done", { done, of: checks.length }) : undefined}
      size="small"
    >
      <ChecklistBody
        id={task.id}
        checks={checks.map(({ id, body, doneAt }) => ({ id, body, done: doneAt !== null }))}
        progress={task.state === "done" ? null : task.progress}
        may={can.report}
        words={{
          add: t("add"),
          hint: t("hint"),
          move: t.raw("move"),
          remove: t.raw("remove"),
          suggest: t.raw("suggest"),
        }}
      />
    </Section>
  )
}
