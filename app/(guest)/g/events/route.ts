import "@/lib/modules"
import { currentGuest } from "@/lib/platform/guest-session"
import { openStream } from "@/lib/platform/live-response"

export const dynamic = "force-dynamic"

/** A guest's stream: their own cookie only, and it listens to what they were let in to. */
export async function GET(request: Request) {
  const guest = await currentGuest()
  if (typeof guest === "string")
    return Response.json(
      { reason: guest },
      { status: 401, headers: { "cache-control": "no-store" } },
    )
  if (new URL(request.url).searchParams.has("why")) return Response.json({ reason: null })
  return openStream(guest, request.signal)
}
