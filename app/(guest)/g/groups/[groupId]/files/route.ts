import "@/lib/modules"
import { guestWhoAsks } from "@/lib/guest-action"
import { handIn } from "@/lib/guests/handing-in"
import { answerOf } from "@/lib/platform/answers"
import { origin } from "@/lib/platform/request"

/** A file that a guest hands in: a form's, with or without script. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ groupId: string }> },
): Promise<Response> {
  const { groupId } = await params
  const { result } = await answerOf("guests.upload", undefined, async () => ({
    value: await handIn(await guestWhoAsks(), Number(groupId), request, await origin()),
    input: null,
  }))
  if (request.headers.get("accept")?.includes("application/json"))
    return Response.json(result, { headers: { "cache-control": "no-store" } })
  const place = /^\d{1,15}$/.test(groupId) ? `/g/groups/${groupId}` : "/g"
  const location = result.ok ? place : `${place}?refused=${result.code}`
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } })
}
