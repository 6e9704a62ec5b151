import "@/lib/modules"
import { minutesFile } from "@/lib/meetings/minutes-file"
import { exportAnswer } from "@/lib/platform/export-answer"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** Published minutes as a document in the form of template T2, for whoever sees them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ meetingId: string }> },
): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const [id, version] = [Number((await params).meetingId), Number(asked.query.version)]
  const file = await minutesFile(asked.actor, id, version || undefined)
  if (!file) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } })
  return exportAnswer(asked, file, ({ name, bytes }) => ({ body: bytes, name, type }))
}
