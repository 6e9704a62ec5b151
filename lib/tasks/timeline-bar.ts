import type { TaskListRow } from "./queries"
import type { Scale } from "./timeline"

export interface Bar {
  left: number
  width: number
  /** How far from its end now is, where it is late; 0 where it isn't. */
  late: number
}

type Drawn = Pick<TaskListRow, "startAt" | "createdAt" | "dueAt" | "doneAt" | "overdue">

const least = 6

/** Where a task lies, in px; null for one that lies wholly outside, or has no end. */
export function barOf(scale: Scale, task: Drawn, now: Date): Bar | null {
  const end = task.doneAt ?? task.dueAt
  if (!end) return null
  const inside = (x: number) => Math.min(scale.days.length * scale.width, Math.max(0, x))
  const to = scale.x(end)
  const from = Math.min(scale.x(task.startAt ?? task.createdAt), to - least)
  const reach = task.overdue ? Math.max(to, scale.x(now)) : to
  if (inside(from) === inside(reach)) return null
  return {
    left: inside(from),
    width: inside(to) - inside(from),
    late: inside(reach) - inside(to),
  }
}
