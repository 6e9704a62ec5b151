import "@/lib/modules"
import { dayIn } from "@/lib/calendar/zones"
import { exportMeetings } from "@/lib/meetings/exporting"
import { meetingFilter } from "@/lib/meetings/inputs"
import { templateHeader } from "@/lib/meetings/template"
import { origin } from "@/lib/platform/request"
import { settings } from "@/lib/platform/settings"
import { sheetResponse, templateResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** A list of meetings as a file, written while it is sent: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type } = asked
  const { company } = await settings()
  const locale = actor.locale ?? company.locale
  if (query.template) return templateResponse("meetings-template", type, templateHeader(locale))
  const filter = { ...meetingFilter.parse(query), after: undefined }
  const wanted = { type, locale, filter, timeZone: company.timeZone }
  const name = `meetings-${dayIn(company.timeZone, new Date())}`
  return sheetResponse(name, type, await exportMeetings(actor, wanted, await origin()))
}
