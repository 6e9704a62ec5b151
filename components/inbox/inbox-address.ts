import type { InboxFilter } from "@/lib/notifications/inputs"

/** The address of a list, with the bundle that is open beside it. */
export function inboxAddress({ state, kind, unread, after, open }: Partial<InboxFilter>): string {
  const query = new URLSearchParams()
  if (state && state !== "open") query.set("state", state)
  if (kind) query.set("kind", kind)
  if (unread) query.set("unread", unread)
  if (after) query.set("after", after)
  if (open) query.set("open", String(open))
  return query.size > 0 ? `/inbox?${query}` : "/inbox"
}
