import type { taskStates } from "@/db/schema/tasks"

type State = (typeof taskStates)[number]

/** What needs somebody comes first. */
export const stateOrder = [
  "need_support",
  "doing",
  "todo",
  "done",
] as const satisfies readonly State[]

/** How much of the order each state has. */
export const span = 1e14
const never = 9e13

interface Placed {
  state: State
  dueAt: Date | null
  doneAt: Date | null
}

/**
 * One number that orders every task list: by state, open tasks by due time (none last), done ones
 * latest first. A state is a range of it, so that groups and pages need one index only.
 */
export function sortKeyOf({ state, dueAt, doneAt }: Placed): number {
  const base = stateOrder.indexOf(state) * span
  if (state === "done") return base + span - 1 - (doneAt?.getTime() ?? 0)
  return base + (dueAt?.getTime() ?? never)
}

/** Where a state's tasks lie in the order: from (included) until (excluded). */
export function stateRange(state: State): { from: number; until: number } {
  const from = stateOrder.indexOf(state) * span
  return { from, until: from + span }
}
