import type { ClientFilter } from "@/lib/clients/inputs"

const usual = new Map([
  ["view", "all"],
  ["sort", "next"],
])

/** The address of a list: only what differs from the usual, so that it can be read and shared. */
export function addressOf(filter: Partial<ClientFilter>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== "" && usual.get(name) !== value)
      query.set(name, String(value))
  const text = query.toString()
  return text ? `/clients?${text}` : "/clients"
}
