import type { RailStep } from "@/components/tickets/status-rail"

interface Standing {
  state: "new" | "doing" | "waiting" | "done" | "closed"
  createdAt: Date
  startedAt: Date | null
  waitingAt: Date | null
  doneAt: Date | null
  closedAt: Date | null
}

const order = ["new", "doing", "waiting", "done"] as const

/** The four steps of a ticket; what was closed without being solved says so at the end. */
export function railSteps(
  ticket: Standing,
  word: (state: Standing["state"]) => string,
  moment: (at: Date) => string,
): { steps: RailStep[]; current: number } {
  const { state, doneAt, closedAt } = ticket
  const ended = state === "done" || state === "closed"
  const times = [ticket.createdAt, ticket.startedAt, ticket.waitingAt, doneAt ?? closedAt]
  const current = ended ? 3 : order.indexOf(state)
  const last = state === "closed" && !doneAt ? "closed" : "done"
  return {
    current,
    steps: order.map((key, nth) => {
      const at = times[nth]
      return {
        ...{ key, label: word(key === "done" ? last : key) },
        ...(at && nth <= current ? { at: moment(at), dateTime: at.toISOString() } : { at: "" }),
      }
    }),
  }
}
