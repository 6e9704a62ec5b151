import type { matterStates } from "@/db/schema/matters"

export type MatterState = (typeof matterStates)[number]

/** What needs somebody comes first. */
export const stateOrder = [
  "blocked",
  "doing",
  "pending",
  "done",
] as const satisfies readonly MatterState[]

const span = 1e14
const never = 9e13

/**
 * One number that orders every list of matters: by state, open ones by their planned day (none
 * last), done ones latest first.
 */
export function sortKeyOf({
  state,
  dueAt,
  doneAt,
}: {
  state: MatterState
  dueAt: Date | null
  doneAt: Date | null
}): number {
  const base = stateOrder.indexOf(state) * span
  if (state === "done") return base + span - 1 - (doneAt?.getTime() ?? 0)
  return base + (dueAt?.getTime() ?? never)
}

/** Where a state's matters lie in the order: from (included) until (excluded). */
export function stateRange(state: MatterState): { from: number; until: number } {
  const from = stateOrder.indexOf(state) * span
  return { from, until: from + span }
}
