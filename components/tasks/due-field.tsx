import { getTranslations } from "next-intl/server"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import { isOverdue } from "@/lib/tasks/queries"
import type { Task } from "@/lib/tasks/task"

const hour = 3_600_000

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
          <span className="text-ink-2">{left(task.dueAt.getTime() - times.now.getTime(), t)}</span>
        )
      )}
    </>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<"tasks">>>

function left(ms: number, t: Words): string {
  if (ms >= 24 * hour) return t("left.days", { days: Math.floor(ms / (24 * hour)) })
  const hours = Math.floor(ms / hour)
  const minutes = Math.floor((ms % hour) / 60_000)
  return hours > 0 ? t("left.hours", { hours, minutes }) : t("left.minutes", { minutes })
}
