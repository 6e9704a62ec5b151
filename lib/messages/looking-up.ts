import { currentActor } from "@/lib/platform/session"
import { lookups } from "./lookups"

const headers = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" }

/** Answers what an open page reads of messages, each by its reader's own right. */
export async function lookUp(what: string, request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers })
  const found = await lookups.get(what)?.(actor, new URL(request.url).searchParams)
  if (found === undefined || found === null) return new Response(null, { status: 404, headers })
  return Response.json(found, { headers })
}
