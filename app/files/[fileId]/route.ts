import "@/lib/modules"
import { serveFile } from "@/lib/platform/files/serving"
import { currentActor } from "@/lib/platform/session"

/** The one download. HEAD is answered by the same rules. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers: { "cache-control": "no-store" } })
  const { fileId } = await params
  return serveFile(actor, /^\d{1,15}$/.test(fileId) ? Number(fileId) : 0, request)
}

export const HEAD = GET
