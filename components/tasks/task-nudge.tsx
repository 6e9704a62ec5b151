import { getTranslations } from "next-intl/server"
import { NudgeForm } from "@/components/tasks/nudge-form"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { TaskPage } from "@/lib/tasks/task-page"

/** 催办: who asked, what the owner answered; and for the owner, where to answer. */
export async function TaskNudge({ page: { task, nudge, can } }: { page: TaskPage }) {
  if (!nudge || task.state === "done") return null
  const [t, times] = await Promise.all([getTranslations("tasks.nudge"), when()])
  const { answeredAt, dueAt, reason } = nudge
  return (
    <Section title={t("title")} size="small">
      <p className="text-control text-ink-2">
        {t("asked", { name: nudge.by.name, at: times.feed(nudge.at) })}
      </p>
      {answeredAt ? (
        <p className="mt-1 border-l-2 border-ink pl-2.5 text-control">
          {dueAt && (
            <span className="block">
              {t("newDue", { at: `${times.date(dueAt)} ${times.clock(dueAt)}` })}
            </span>
          )}
          {reason}
          <span className="ml-2 text-meta text-ink-3">{times.feed(answeredAt)}</span>
        </p>
      ) : can.answerNudge ? (
        <NudgeForm
          id={task.id}
          words={{
            reason: t("reason"),
            due: t("due"),
            dueHint: t("dueHint"),
            send: t("send"),
          }}
        />
      ) : (
        <p className="mt-1 text-meta text-ink-3">{t("waiting")}</p>
      )}
    </Section>
  )
}
