import type { DirectoryFilter } from "@/lib/people/directory-filter"

/** The address of a list: only what differs from the usual, so that it can be read and shared. */
export function directoryAddress(filter: Partial<DirectoryFilter>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && !(name === "view" && value === "active"))
      query.set(name, String(value))
  const text = query.toString()
  return text ? `/people?${text}` : "/people"
}
