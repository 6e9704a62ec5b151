import "@/lib/modules"
import { minutesFile } from "@/lib/meetings/minutes-file"
import { disposition } from "@/lib/platform/files/file-names"
import { origin } from "@/lib/platform/request"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
const closed = { "cache-control": "no-store" }

/** Published minutes as a document in the form of template T2, for whoever sees them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ meetingId: string }> },
): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const [id, version] = [Number((await params).meetingId), Number(asked.query.version)]
  const file = await minutesFile(asked.actor, id, version || undefined, await origin())
  if (!file) return new Response(null, { status: 404, headers: closed })
  return new Response(file.bytes, {
    headers: {
      "content-type": type,
      "content-disposition": disposition("attachment", file.name),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  })
}
