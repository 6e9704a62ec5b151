import { MarkRead } from "@/components/inbox/mark-read"
import { unseenSince } from "@/lib/notifications/unseen"
import { pageActor } from "@/lib/platform/session"

/** Put on a record's page: what the inbox said of it is read by looking here. */
export async function ReadHere({ kind, id }: { kind: string; id: number }) {
  const { personId } = await pageActor()
  const since = await unseenSince(personId, kind, id)
  return since !== null && <MarkRead kind={kind} id={id} />
}
