import type { taskStates } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { TaskFilter } from "./inputs"
import { plain } from "./listed"
import { type Bounds, listTasks } from "./queries"

/** The way a task goes, from left to right. */
export const laneOrder = [
  "todo",
  "doing",
  "need_support",
  "done",
] as const satisfies readonly (typeof taskStates)[number][]

/** Cards of one lane; whoever wants to see more looks at the list. */
const most = 30

/** The tasks of a view by state, the first of each. */
export async function boardOf(actor: PersonActor, filter: TaskFilter, bounds: Bounds) {
  const { after: _, state: chosen, ...rest } = plain(filter)
  const lanes = chosen && isLane(chosen) ? [chosen] : laneOrder
  return Promise.all(
    lanes.map(async (state) => {
      const { rows, next } = await listTasks(actor, { ...rest, state, sort: "state" }, bounds)
      return { state, rows: rows.slice(0, most), more: next !== null || rows.length > most }
    }),
  )
}

const isLane = (state: string): state is (typeof laneOrder)[number] =>
  laneOrder.some((lane) => lane === state)
