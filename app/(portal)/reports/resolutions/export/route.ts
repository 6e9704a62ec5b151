import "@/lib/modules"
import { reportWeek } from "@/lib/meetings/inputs"
import { resolutionReport } from "@/lib/meetings/report"
import { exportReport } from "@/lib/meetings/report-file"
import { sheetAnswer } from "@/lib/platform/sheet-export"
import { sheetRequest } from "@/lib/platform/sheet-request"

export const dynamic = "force-dynamic"

/** 决议周报 as a file: what its reader sees of it. */
export async function GET(request: Request): Promise<Response> {
  const asked = await sheetRequest(request)
  if (asked instanceof Response) return asked
  const { actor, query, type, locale, timeZone } = asked
  const { week, ...cut } = reportWeek.parse(query)
  const report = await resolutionReport(actor, week ?? null, new Date(), cut)
  const wanted = { report, type, locale, timeZone }
  return sheetAnswer(asked, `resolutions-${report.week}`, exportReport(actor, wanted))
}
