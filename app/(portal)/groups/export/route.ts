import "@/lib/modules"
import { dayIn } from "@/lib/calendar/zones"
import { exportGroups } from "@/lib/groups/exporting"
import { browseFilter } from "@/lib/groups/inputs"
import { sheetAnswer } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** The list of groups as a file: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  const wanted = { type, locale, timeZone, filter: browseFilter.parse(query) }
  return sheetAnswer(asked, `groups-${dayIn(timeZone, new Date())}`, exportGroups(actor, wanted))
}
