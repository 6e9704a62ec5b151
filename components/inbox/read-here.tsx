import { MarkRead } from "@/components/inbox/mark-read"
import { hasUnread } from "@/lib/notifications/queries"
import { pageActor } from "@/lib/platform/session"

/** Put on a record's page: what the inbox said of it is read by looking here. */
export async function ReadHere({ kind, id }: { kind: string; id: number }) {
  const { personId } = await pageActor()
  return (await hasUnread(personId, kind, id)) && <MarkRead kind={kind} id={id} />
}
