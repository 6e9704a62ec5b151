import { differenceInMinutes } from "date-fns/differenceInMinutes"
import { getTranslations } from "next-intl/server"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import { isOverdue } from "@/lib/tasks/queries"
import type { Task } from "@/lib/tasks/task"

/** When it is due and how long that is from now. */
export async function DueField({ task }: { task: Task }) {
  const [t, times] = await Promise.all([getTranslations("tasks"), when()])
  if (!task.dueAt) return <span className="text-ink-3">{t("none")}</span>
  const exact =
    Math.abs(times.daysAway(task.dueAt)) > 1
      ? `${times.date(task.dueAt)} ${times.clock(task.dueAt)}`
      : times.moment(task.dueAt)
  const late = isOverdue(task, times.now)
  const days = -times.daysAway(task.dueAt)
  return (
    <>
      <time dateTime={task.dueAt.toISOString()} className="font-semibold">
        {exact}
      </time>
      {late ? (
        <StateChip icon="state-late" tone="cinnabar" fill="wash">
          {days > 0 ? t("overdueFor", { days }) : t("overdueToday")}
        </StateChip>
      ) : (
        task.state !== "done" && (
          <span className="text-ink-2">{left(times.now, task.dueAt, t)}</span>
        )
      )}
    </>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<"tasks">>>

function left(now: Date, due: Date, t: Words): string {
  const minutes = differenceInMinutes(due, now)
  if (minutes >= 24 * 60) return t("left.days", { days: Math.floor(minutes / (24 * 60)) })
  const hours = Math.floor(minutes / 60)
  return hours > 0
    ? t("left.hours", { hours, minutes: minutes % 60 })
    : t("left.minutes", { minutes })
}
