import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { toneText } from "@/components/ui/tone"
import { when } from "@/lib/calendar/when"
import type { TaskListRow } from "@/lib/tasks/queries"
import type { Scale } from "@/lib/tasks/timeline"
import { type Bar, barOf } from "@/lib/tasks/timeline-bar"

/** A task: its name at the left, its bar where its days are, its figures right of the bar. */
export async function TimelineRow({
  task,
  scale,
  now,
}: {
  task: TaskListRow
  scale: Scale
  now: Date
}) {
  const [t, times] = await Promise.all([getTranslations("tasks.timeline"), when()])
  const bar = barOf(scale, task, now)
  const late = task.dueAt ? Math.max(0, -times.daysAway(task.dueAt)) : 0
  const end = task.doneAt ?? task.dueAt
  return (
    <div data-row className="relative flex h-8.5 border-t border-line-soft hover:bg-hover">
      <div className="sticky left-0 z-1 flex w-76 shrink-0 items-center gap-2 border-r border-line bg-surface pr-3 pl-10 max-md:w-40 max-md:pl-4">
        <Link
          href={`/tasks/${task.id}`}
          data-open
          className={cx(
            "min-w-0 flex-1 truncate text-control hover:underline",
            task.state === "done" && "text-ink-3",
          )}
        >
          {task.name}
        </Link>
        <Face
          person={{ id: task.ownerId, name: task.ownerName, face: task.ownerFace }}
          size={20}
          named
        />
      </div>
      <div className="relative flex-1">
        {bar && (
          <DrawnBar
            bar={bar}
            task={task}
            label={t("bar", {
              name: task.name,
              from: times.date(task.startAt ?? task.createdAt),
              until: end ? times.date(end) : t("never"),
              percent: task.progress,
            })}
            words={
              task.overdue
                ? t("late", { percent: task.progress, days: late })
                : task.state === "done" || task.progress === 0
                  ? ""
                  : `${task.progress}%`
            }
          />
        )}
      </div>
    </div>
  )
}

/** Outline, body and progress in the state's colour; dashed before it begins, hatched where late. */
function DrawnBar({
  bar,
  task,
  label,
  words,
}: {
  bar: Bar
  task: TaskListRow
  label: string
  words: string
}) {
  const waiting = task.state === "todo"
  return (
    <>
      <span
        role="img"
        aria-label={label}
        title={label}
        className={cx(
          "absolute top-2 h-4.25 overflow-hidden rounded-label border border-current/45 bg-current/12",
          toneText[stateLook[task.state].tone],
          waiting && "border-dashed",
        )}
        style={{ left: bar.left, width: bar.width }}
      >
        <span
          className={cx("block h-full", task.state === "done" ? "bg-current/50" : "bg-current/72")}
          style={{ width: `${task.state === "done" ? 100 : task.progress}%` }}
        />
      </span>
      {bar.late > 0 && (
        <span
          className="hatch absolute top-3 h-2 text-cinnabar"
          style={{ left: bar.left + bar.width, width: bar.late }}
        />
      )}
      {words && (
        <span
          className={cx(
            "one-word absolute top-2 text-meta",
            task.overdue ? "font-semibold text-cinnabar-ink" : "text-ink-2",
          )}
          style={{ left: bar.left + bar.width + bar.late + 14 }}
        >
          {words}
        </span>
      )}
    </>
  )
}
