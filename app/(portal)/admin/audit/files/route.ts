import "@/lib/modules"
import { exportLog } from "@/lib/audit/exporting"
import { readFilter } from "@/lib/audit/filter"
import { momentsIn } from "@/lib/audit/moments"
import { mayAudit } from "@/lib/audit/policy"
import { dayIn } from "@/lib/calendar/zones"
import { sheetAnswer } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** The filtered log as a file, written while it is sent. It leaves a line in the log. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  if (!mayAudit(actor))
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } })
  const { full } = momentsIn(locale, timeZone)
  const wanted = { filter: readFilter(query), type, locale, moment: full } as const
  return sheetAnswer(asked, `audit-${dayIn(timeZone, new Date())}`, exportLog(actor, wanted))
}
