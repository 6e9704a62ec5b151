import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { Face } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { Progress } from "@/components/ui/progress"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { SubTask } from "@/lib/matters/sub-tasks"

/** One task of a department, 32 high; it opens on its own page. */
export async function SubTaskRow({ task }: { task: SubTask }) {
  const [t, states, times] = await Promise.all([
    getTranslations("matters.page"),
    getTranslations("states"),
    when(),
  ])
  const late = task.state !== "done" && task.dueAt !== null && task.dueAt < times.now
  const look = late ? "overdue" : task.state
  const days = task.dueAt ? -times.daysAway(task.dueAt) : 0
  return (
    <div className="relative flex min-h-8 flex-wrap items-center gap-x-3 border-t border-line-soft text-control hover:bg-hover max-md:py-2">
      <span className="w-20 shrink-0">
        <StateChip {...stateLook[look]}>{states(look)}</StateChip>
      </span>
      <Link
        href={`/tasks/${task.id}`}
        className="min-w-0 flex-1 basis-40 truncate after:absolute after:inset-0 max-md:order-first max-md:basis-full max-md:whitespace-normal"
      >
        {task.name}
      </Link>
      {task.state !== "done" && (
        <Progress percent={task.progress} tone={stateLook[look].tone} label={task.name} />
      )}
      <Face
        person={{ id: task.ownerId, name: task.ownerName, face: task.ownerFace }}
        size={20}
        named
      />
      <span
        className={`one-word w-20 text-right max-md:ml-auto text-meta whitespace-nowrap ${late ? "text-cinnabar-ink" : "text-ink-2"}`}
      >
        {task.dueAt &&
          (late
            ? days > 0
              ? t("overdueFor", { days })
              : t("overdueToday")
            : times.date(task.dueAt))}
      </span>
    </div>
  )
}
