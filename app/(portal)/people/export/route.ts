import "@/lib/modules"
import { dayIn } from "@/lib/calendar/zones"
import { exportDirectory } from "@/lib/people/directory-export"
import { directoryFilter } from "@/lib/people/directory-filter"
import { sheetAnswer } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** The directory as a file: what its reader sees of people and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  const today = dayIn(timeZone, new Date())
  const wanted = { type, locale, today, filter: directoryFilter.parse(query) }
  return sheetAnswer(asked, `people-${today}`, exportDirectory(actor, wanted))
}
