import "@/lib/modules"
import { bounds } from "@/lib/calendar/bounds"
import { dayIn } from "@/lib/calendar/zones"
import { exportMatters } from "@/lib/matters/exporting"
import { matterFilter } from "@/lib/matters/inputs"
import { templateHeader } from "@/lib/matters/template"
import { sheetAnswer, templateResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** The register as a file: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  if (query.template) return templateResponse("matters-template", type, templateHeader(locale))
  const filter = matterFilter.parse(query)
  const view = filter.view === "matrix" ? "all" : filter.view
  const wanted = { type, timeZone, bounds: await bounds(), filter: { ...filter, view }, locale }
  return sheetAnswer(asked, `matters-${dayIn(timeZone, new Date())}`, exportMatters(actor, wanted))
}
