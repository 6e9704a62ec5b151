import "@/lib/modules"
import { reportWeek } from "@/lib/meetings/inputs"
import { resolutionReport } from "@/lib/meetings/report"
import { exportReport } from "@/lib/meetings/report-file"
import { origin } from "@/lib/platform/request"
import { settings } from "@/lib/platform/settings"
import { sheetResponse } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** 决议周报 as a file: what its reader sees of it. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type } = asked
  const { week, ...cut } = reportWeek.parse(query)
  const [{ company }, report] = await Promise.all([
    settings(),
    resolutionReport(actor, week ?? null, new Date(), cut),
  ])
  const locale = actor.locale ?? company.locale
  const wanted = { report, type, locale, timeZone: company.timeZone }
  return sheetResponse(
    `resolutions-${report.week}`,
    type,
    await exportReport(actor, wanted, await origin()),
  )
}
