import "@/lib/modules"
import { guestWhoAsks } from "@/lib/guest-action"
import { handedIn } from "@/lib/guests/handed-in"
import { handIn } from "@/lib/guests/handing-in"
import { origin } from "@/lib/platform/request"

/** A file that a guest hands in: a form's, with or without script. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ groupId: string }> },
): Promise<Response> {
  const { groupId } = await params
  const place = /^\d{1,15}$/.test(groupId) ? `/g/groups/${groupId}` : "/g"
  return handedIn(request, "guests.upload", place, async () =>
    handIn(await guestWhoAsks(), Number(groupId), request, await origin()),
  )
}
