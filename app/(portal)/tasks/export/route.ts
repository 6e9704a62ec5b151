import "@/lib/modules"
import { bounds } from "@/lib/calendar/bounds"
import { dayIn } from "@/lib/calendar/zones"
import { sheetAnswer, templateResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"
import { exportTasks } from "@/lib/tasks/exporting"
import { taskFilter } from "@/lib/tasks/inputs"
import { templateHeader } from "@/lib/tasks/template"

export const dynamic = "force-dynamic"

/** A list of tasks as a file, written while it is sent: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  if (query.template) return templateResponse("tasks-template", type, templateHeader(locale))
  const filter = { ...taskFilter.parse(query), after: undefined }
  const wanted = { type, timeZone, bounds: await bounds(), filter, locale }
  return sheetAnswer(asked, `tasks-${dayIn(timeZone, new Date())}`, exportTasks(actor, wanted))
}
