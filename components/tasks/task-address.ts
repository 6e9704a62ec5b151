import type { TaskFilter } from "@/lib/tasks/inputs"

const usual = new Map([
  ["view", "mine"],
  ["sort", "state"],
  ["as", "list"],
  ["span", "month"],
])

/** The address of a list: only what differs from the usual, so that it can be read and shared. */
export function addressOf(filter: Partial<TaskFilter>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== "" && usual.get(name) !== value)
      query.set(name, String(value))
  const text = query.toString()
  return text ? `/tasks?${text}` : "/tasks"
}
