import { queryOf } from "@/lib/tasks/address"
import type { TaskFilter } from "@/lib/tasks/inputs"

/** The address of a list. */
export function addressOf(filter: Partial<TaskFilter>): string {
  const query = queryOf(filter)
  return query ? `/tasks?${query}` : "/tasks"
}
