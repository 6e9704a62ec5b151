import type { MeetingFilter } from "@/lib/meetings/inputs"

/** The address of a list: only what differs from the usual. */
export function addressOf({ group, ...filter }: Partial<MeetingFilter>): string {
  const query = new URLSearchParams()
  if (filter.view && filter.view !== "coming") query.set("view", filter.view)
  if (filter.after) query.set("after", filter.after)
  const text = query.toString()
  const path = group === undefined ? "/meetings" : `/groups/${group}/meetings`
  return text ? `${path}?${text}` : path
}
