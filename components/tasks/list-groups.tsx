import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import type { RowWords } from "@/components/tasks/task-row"
import { TaskRow } from "@/components/tasks/task-row"
import type { IconName } from "@/components/ui/icon-names"
import { Group } from "@/components/ui/list"
import type { Tone } from "@/components/ui/tone"
import { bounds } from "@/lib/calendar/bounds"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { stateOrder } from "@/lib/tasks/order"
import type { Bounds, TaskListRow } from "@/lib/tasks/queries"

interface Part {
  key: string
  title: string
  icon?: IconName
  tone?: Tone
  tasks: TaskListRow[]
}

/** The rows of a page under their heads; in one run when they are only sorted. */
export async function ListGroups({
  filter,
  rows,
  words,
  more,
}: {
  filter: TaskFilter
  rows: TaskListRow[]
  words: RowWords
  more: boolean
}) {
  const by = filter.by ?? "state"
  if (by === "state" && filter.sort !== "state")
    return (
      <div className="border-t border-line">
        {rows.map((task) => (
          <TaskRow key={task.id} task={task} words={words} />
        ))}
      </div>
    )
  const parts = await groupings[by](rows)
  const last = rows.at(-1)
  return parts.map(({ key, tasks, ...head }) => (
    <Group
      key={key}
      {...head}
      count={more && last && tasks.includes(last) ? `${tasks.length}+` : tasks.length}
    >
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} words={words} />
      ))}
    </Group>
  ))
}

const groupings: Record<NonNullable<TaskFilter["by"]>, (rows: TaskListRow[]) => Promise<Part[]>> = {
  state: async (rows) => {
    const t = await getTranslations("states")
    return stateOrder.flatMap((state) => {
      const tasks = rows.filter((task) => task.state === state)
      const { icon, tone } = stateLook[state]
      return tasks.length > 0 ? [{ key: state, title: t(state), icon, tone, tasks }] : []
    })
  },
  owner: async (rows) =>
    [...Map.groupBy(rows, ({ ownerId }) => ownerId)].map(([id, tasks]) => ({
      key: String(id),
      title: tasks[0]?.ownerName ?? "",
      tasks,
    })),
  home: async (rows) => {
    const t = await getTranslations("tasks.timeline")
    const groups = Map.groupBy(rows, ({ groupId, departmentId }) => `${groupId} ${departmentId}`)
    const byName = Map.groupBy([...groups.values()], ([first]) => first?.group ?? first?.department)
    return [...byName].map(([name, parts]) => ({
      key: name ?? "",
      title: name ?? t("unplaced"),
      tasks: parts.flat(),
    }))
  },
  due: async (rows) => {
    const [t, limits] = await Promise.all([getTranslations("tasks.dueGroup"), bounds()])
    return [...Map.groupBy(rows, (task) => spanOf(task, limits))].map(([span, tasks]) => ({
      key: span,
      title: t(span),
      ...(span === "late" && ({ icon: "state-late", tone: "cinnabar" } as const)),
      tasks,
    }))
  },
}

function spanOf({ state, dueAt, overdue }: TaskListRow, { endOfToday, endOfWeek }: Bounds) {
  if (state === "done") return "done"
  if (!dueAt) return "none"
  if (overdue) return "late"
  if (dueAt < endOfToday) return "today"
  return dueAt < endOfWeek ? "week" : "later"
}
