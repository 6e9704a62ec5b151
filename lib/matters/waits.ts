import { ancestry, type DepartmentTree } from "@/lib/platform/organisation"
import type { MatterPart, MatterRow } from "./matter"
import type { SubTask } from "./sub-tasks"

/** One department waits for another. */
export interface Wait {
  matterId: number
  /** Who waits. */
  from: number
  /** Who is waited for. */
  to: number
  for: "confirmation" | "task" | "support"
  since: Date
  late: boolean
}

/** The department concerned that a department belongs to: itself or the nearest above it. */
export function concernedIn(
  org: DepartmentTree,
  parts: readonly Pick<MatterPart, "departmentId">[],
  departmentId: number | null,
): number | null {
  if (departmentId === null) return null
  const concerned = new Set(parts.map((part) => part.departmentId))
  return ancestry(org, departmentId).find((id) => concerned.has(id)) ?? null
}

/**
 * 谁在等谁 in an open matter: the initiating department waits for confirmations; a department waits
 * for the tasks that its people gave to others; whoever said 受阻 waits for support.
 * @param homes the departments of people who gave tasks or said 受阻
 */
export function waitsIn(
  org: DepartmentTree,
  matter: MatterRow & { parts: readonly MatterPart[] },
  subTasks: readonly SubTask[],
  homes: ReadonlyMap<number, number>,
  now: Date,
): Wait[] {
  if (matter.state === "done") return []
  const { departmentId: initiating, parts } = matter
  const late = matter.dueAt !== null && matter.dueAt < now
  const sideOf = (personId: number | null) =>
    concernedIn(org, parts, (personId && homes.get(personId)) || null) ?? initiating
  const one = (wait: Omit<Wait, "matterId">): Wait[] =>
    wait.from === wait.to ? [] : [{ ...wait, matterId: matter.id }]
  const confirmations = parts
    .filter((part) => part.confirmedAt === null)
    .flatMap((part) =>
      one({
        ...{ from: initiating, to: part.departmentId, since: part.askedAt },
        ...{ for: "confirmation", late },
      }),
    )
  const given = subTasks
    .filter(({ state }) => state !== "done")
    .flatMap((task) => {
      const to = concernedIn(org, parts, task.departmentId)
      if (to === null) return []
      const from = sideOf(task.creatorId)
      const overdue = task.dueAt !== null && task.dueAt < now
      return one({
        ...{ from: from === to ? initiating : from, to, since: task.createdAt },
        ...{ for: "task", late: overdue },
      })
    })
  const support =
    matter.state === "blocked" && matter.heldUpId !== null && matter.blockedAt !== null
      ? one({
          ...{ from: sideOf(matter.blockedById), to: matter.heldUpId, since: matter.blockedAt },
          ...{ for: "support", late },
        })
      : []
  return [...confirmations, ...given, ...support]
}

/** Between two departments: how often, since when, and whether any of it is overdue. */
export interface Cell {
  from: number
  to: number
  count: number
  since: Date
  late: boolean
  matterIds: number[]
}

/** Waits by pairs of departments, the most waited for first. */
export function cellsOf(waits: readonly Wait[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { from, to, since, late, matterId } of waits) {
    const key = `${from} ${to}`
    const cell = cells.get(key) ?? { from, to, count: 0, since, late: false, matterIds: [] }
    cell.count += 1
    if (since < cell.since) cell.since = since
    cell.late ||= late
    if (!cell.matterIds.includes(matterId)) cell.matterIds.push(matterId)
    cells.set(key, cell)
  }
  return [...cells.values()].toSorted(
    (a, b) => b.count - a.count || a.since.getTime() - b.since.getTime(),
  )
}
