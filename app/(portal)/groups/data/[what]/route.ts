import "@/lib/modules"
import { lookups } from "@/lib/messages/lookups"
import { currentActor } from "@/lib/platform/session"

const headers = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" }

/** What a page that is open reads of messages, each by its reader's own right. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ what: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers })
  const look = lookups.get((await params).what)
  const found = await look?.(actor, new URL(request.url).searchParams)
  if (found === undefined || found === null) return new Response(null, { status: 404, headers })
  return Response.json(found, { headers })
}
