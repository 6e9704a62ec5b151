import { ticketStates } from "@/db/schema/tickets"

export type TicketState = (typeof ticketStates)[number]

const span = 1e14

/**
 * One number that orders every list of tickets: by state, open ones by what was promised, the
 * others latest first.
 */
export function sortKeyOf({
  state,
  solveDueAt,
  doneAt,
  closedAt,
}: {
  state: TicketState
  solveDueAt: Date
  doneAt: Date | null
  closedAt: Date | null
}): number {
  const base = ticketStates.indexOf(state) * span
  const end = state === "done" ? doneAt : state === "closed" ? (closedAt ?? doneAt) : null
  return end ? base + span - 1 - end.getTime() : base + solveDueAt.getTime()
}

/** Where a state's tickets lie in the order: from (included) until (excluded). */
export function stateRange(state: TicketState): { from: number; until: number } {
  const from = ticketStates.indexOf(state) * span
  return { from, until: from + span }
}

/** Nobody has to do anything about these any more. */
export const endedFrom = stateRange("done").from
export const isOpen = (state: TicketState): boolean => state !== "done" && state !== "closed"
