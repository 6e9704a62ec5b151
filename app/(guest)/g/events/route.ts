import { jsonAnswer } from "@/lib/platform/json-answer"
import "@/lib/modules"
import { currentGuest } from "@/lib/platform/guest-session"
import { openStream } from "@/lib/platform/live-response"

export const dynamic = "force-dynamic"

/** A guest's stream: their own cookie only, and it listens to what they were let in to. */
export async function GET(request: Request) {
  const guest = await currentGuest()
  if (typeof guest === "string") return jsonAnswer({ reason: guest }, 401)
  if (new URL(request.url).searchParams.has("why")) return jsonAnswer({ reason: null })
  return openStream(guest, request.signal)
}
