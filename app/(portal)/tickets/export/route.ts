import "@/lib/modules"
import { dayIn } from "@/lib/calendar/zones"
import { sheetAnswer } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"
import { exportTickets } from "@/lib/tickets/exporting"
import { ticketFilter } from "@/lib/tickets/inputs"

export const dynamic = "force-dynamic"

/** The queue as a file: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  const wanted = { type, locale, timeZone, filter: ticketFilter.parse(query) }
  return sheetAnswer(asked, `tickets-${dayIn(timeZone, new Date())}`, exportTickets(actor, wanted))
}
