import type { TicketFilter } from "@/lib/tickets/inputs"

/** The address of a list: only what differs from the usual, so that it can be read and shared. */
export function addressOf(filter: Partial<TicketFilter>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && !(name === "view" && value === "open"))
      query.set(name, String(value))
  const text = query.toString()
  return text ? `/tickets?${text}` : "/tickets"
}
