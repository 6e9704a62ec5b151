import "@/lib/modules"
import { noteDownload } from "@/lib/guests/looking"
import { serveFile } from "@/lib/platform/files/serving"
import { currentGuest } from "@/lib/platform/guest-session"
import { origin } from "@/lib/platform/request"

/** The one download, for guests: by their own cookie only, and on record. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const guest = await currentGuest()
  if (typeof guest === "string")
    return new Response(null, { status: 401, headers: { "cache-control": "no-store" } })
  const { fileId } = await params
  const id = /^\d{1,15}$/.test(fileId) ? Number(fileId) : 0
  const answer = await serveFile(guest, id, request)
  if (answer.ok && request.method === "GET") await noteDownload(guest, id, await origin())
  return answer
}

export const HEAD = GET
