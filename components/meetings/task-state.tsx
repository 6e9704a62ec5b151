import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"

/** How a resolution's task stands, overdue before anything else. */
export async function TaskState({
  task,
}: {
  task: { state: "todo" | "doing" | "need_support" | "done"; progress: number; dueAt: Date | null }
}) {
  const [t, states, times] = await Promise.all([
    getTranslations("meetings.reports"),
    getTranslations("states"),
    when(),
  ])
  const late = task.state !== "done" && task.dueAt !== null && task.dueAt < times.now
  const days = task.dueAt ? -times.daysAway(task.dueAt) : 0
  const look = stateLook[late ? "overdue" : task.state]
  return (
    <StateChip icon={look.icon} tone={look.tone} fill={look.fill}>
      {late ? (days > 0 ? t("lateDays", { days }) : t("lateToday")) : states(task.state)}
      {!late && task.state === "doing" && task.progress > 0 ? ` ${task.progress}%` : ""}
    </StateChip>
  )
}
