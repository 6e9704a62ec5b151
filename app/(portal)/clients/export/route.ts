import "@/lib/modules"
import { bounds } from "@/lib/calendar/bounds"
import { dayIn } from "@/lib/calendar/zones"
import { exportTalks } from "@/lib/clients/exporting"
import { clientFilter } from "@/lib/clients/inputs"
import { templateHeader } from "@/lib/clients/template"
import { origin } from "@/lib/platform/request"
import { settings } from "@/lib/platform/settings"
import { sheetResponse, templateResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** The records of talks as a file: of the clients that its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type } = asked
  const { company } = await settings()
  const locale = actor.locale ?? company.locale
  if (query.template)
    return templateResponse("communications-template", type, templateHeader(locale))
  const { timeZone } = company
  const { endOfToday } = await bounds()
  const wanted = { type, timeZone, endOfToday, filter: clientFilter.parse(query), locale }
  const name = `communications-${dayIn(timeZone, new Date())}`
  return sheetResponse(name, type, await exportTalks(actor, wanted, await origin()))
}
