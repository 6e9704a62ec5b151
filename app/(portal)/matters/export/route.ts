import "@/lib/modules"
import { bounds } from "@/lib/calendar/bounds"
import { dayIn } from "@/lib/calendar/zones"
import { exportMatters } from "@/lib/matters/exporting"
import { matterFilter } from "@/lib/matters/inputs"
import { templateHeader } from "@/lib/matters/template"
import { origin } from "@/lib/platform/request"
import { settings } from "@/lib/platform/settings"
import { sheetResponse, templateResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** The register as a file: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type } = asked
  const { company } = await settings()
  const locale = actor.locale ?? company.locale
  if (query.template) return templateResponse("matters-template", type, templateHeader(locale))
  const filter = matterFilter.parse(query)
  const wanted = {
    type,
    timeZone: company.timeZone,
    bounds: await bounds(),
    filter: { ...filter, view: filter.view === "matrix" ? ("all" as const) : filter.view },
    locale,
  }
  const name = `matters-${dayIn(company.timeZone, new Date())}`
  return sheetResponse(name, type, await exportMatters(actor, wanted, await origin()))
}
