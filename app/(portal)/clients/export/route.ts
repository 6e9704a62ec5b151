import "@/lib/modules"
import { bounds } from "@/lib/calendar/bounds"
import { dayIn } from "@/lib/calendar/zones"
import { exportTalks } from "@/lib/clients/exporting"
import { exportClients } from "@/lib/clients/exporting-list"
import { clientFilter } from "@/lib/clients/inputs"
import { templateHeader } from "@/lib/clients/template"
import { sheetAnswer, templateResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/**
 * The clients that their reader sees as a file (`of=clients`), or the records of talks with them:
 * nothing of others.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  if (query.template)
    return templateResponse("communications-template", type, templateHeader(locale))
  const { endOfToday } = await bounds()
  const wanted = { type, timeZone, endOfToday, filter: clientFilter.parse(query), locale }
  const today = dayIn(timeZone, new Date())
  return query.of === "clients"
    ? sheetAnswer(asked, `clients-${today}`, exportClients(actor, wanted))
    : sheetAnswer(asked, `communications-${today}`, exportTalks(actor, wanted))
}
