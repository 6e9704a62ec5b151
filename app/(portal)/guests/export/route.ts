import "@/lib/modules"
import { dayIn } from "@/lib/calendar/zones"
import { exportInvitations } from "@/lib/guests/exporting"
import { invitationsFilter } from "@/lib/guests/inputs"
import { sheetAnswer } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** The invitations that their reader sees as a file. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  const wanted = { type, locale, timeZone, filter: invitationsFilter.parse(query) }
  const name = `invitations-${dayIn(timeZone, new Date())}`
  return sheetAnswer(asked, name, exportInvitations(actor, wanted))
}
