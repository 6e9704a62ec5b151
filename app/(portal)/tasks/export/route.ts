import "@/lib/modules"
import { bounds } from "@/lib/calendar/bounds"
import { dayIn } from "@/lib/calendar/zones"
import { origin } from "@/lib/platform/request"
import { settings } from "@/lib/platform/settings"
import { sheetResponse, templateResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"
import { exportTasks } from "@/lib/tasks/exporting"
import { taskFilter } from "@/lib/tasks/inputs"
import { templateHeader } from "@/lib/tasks/template"

export const dynamic = "force-dynamic"

/** A list of tasks as a file, written while it is sent: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type } = asked
  const { company } = await settings()
  const locale = actor.locale ?? company.locale
  if (query.template) return templateResponse("tasks-template", type, templateHeader(locale))
  const wanted = {
    type,
    timeZone: company.timeZone,
    bounds: await bounds(),
    filter: { ...taskFilter.parse(query), after: undefined },
    locale,
  }
  const name = `tasks-${dayIn(company.timeZone, new Date())}`
  return sheetResponse(name, type, await exportTasks(actor, wanted, await origin()))
}
