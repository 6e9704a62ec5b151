import type { TaskFilter } from "./inputs"

const usual = new Map([
  ["view", "mine"],
  ["sort", "state"],
  ["by", "state"],
  ["as", "list"],
  ["span", "month"],
])

/** What follows `/tasks?`: only what differs from the usual, so that it can be read and shared. */
export function queryOf(filter: Partial<TaskFilter>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== "" && usual.get(name) !== value)
      query.set(name, String(value))
  return query.toString()
}
