import "@/lib/modules"
import { guestWhoAsks } from "@/lib/guest-action"
import { answerOf } from "@/lib/platform/answers"
import { handInFile } from "@/lib/tickets/handing-in"
import { idOfNumber } from "@/lib/tickets/numbers"

/** A file that a guest puts onto a ticket: a form's, with or without script. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ ticketId: string }> },
): Promise<Response> {
  const id = idOfNumber((await params).ticketId)
  const { result } = await answerOf("tickets.upload", undefined, async () => ({
    value: await handInFile(await guestWhoAsks(), id, request),
    input: null,
  }))
  if (request.headers.get("accept")?.includes("application/json"))
    return Response.json(result, { headers: { "cache-control": "no-store" } })
  return new Response(null, {
    status: 303,
    headers: { location: id ? `/g/tickets/${id}` : "/g/tickets" },
  })
}
