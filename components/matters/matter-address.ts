import type { MatterFilter } from "@/lib/matters/inputs"

const usual = new Map([
  ["view", "all"],
  ["sort", "state"],
])

/** The address of a list: only what differs from the usual, so that it can be read and shared. */
export function addressOf(filter: Partial<MatterFilter>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== "" && usual.get(name) !== value)
      query.set(name, String(value))
  const text = query.toString()
  return text ? `/matters?${text}` : "/matters"
}
