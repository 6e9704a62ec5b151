import type { When } from "@/lib/calendar/when"
import type { ClientListRow } from "@/lib/clients/queries"

export const groupOrder = ["late", "today", "soon", "later", "none", "archived"] as const
export type ClientGroup = (typeof groupOrder)[number]

/** Under which head a client stands: by the day of its next contact. */
export function groupOf({ nextContactAt, archivedAt }: ClientListRow, times: When): ClientGroup {
  if (archivedAt) return "archived"
  if (!nextContactAt) return "none"
  const days = times.daysAway(nextContactAt)
  if (days < 0) return "late"
  if (days === 0) return "today"
  return days <= 7 ? "soon" : "later"
}
