import "@/lib/modules"
import { dayIn } from "@/lib/calendar/zones"
import { exportMeetings } from "@/lib/meetings/exporting"
import { meetingFilter } from "@/lib/meetings/inputs"
import { templateHeader } from "@/lib/meetings/template"
import { sheetAnswer, templateResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** A list of meetings as a file, written while it is sent: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  if (query.template) return templateResponse("meetings-template", type, templateHeader(locale))
  const filter = { ...meetingFilter.parse(query), after: undefined }
  const wanted = { type, locale, filter, timeZone }
  return sheetAnswer(
    asked,
    `meetings-${dayIn(timeZone, new Date())}`,
    exportMeetings(actor, wanted),
  )
}
