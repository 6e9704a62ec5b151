import "@/lib/modules"
import { exportLog } from "@/lib/audit/exporting"
import { readFilter } from "@/lib/audit/filter"
import { momentsIn } from "@/lib/audit/moments"
import { mayAudit } from "@/lib/audit/policy"
import { dayIn } from "@/lib/calendar/zones"
import { fromThisSite, origin } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"
import { sheetTypes, streamOf } from "@/lib/platform/sheet-writing"

export const dynamic = "force-dynamic"

const closed = { "cache-control": "no-store" }

/** The filtered log as a file, written while it is sent. It leaves a line in the log. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers: closed })
  if (!mayAudit(actor) || !fromThisSite(request.headers))
    return new Response(null, { status: 404, headers: closed })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const type = query.as === "xlsx" ? "xlsx" : "csv"
  const { company } = await settings()
  const locale = actor.locale ?? company.locale
  const { full } = momentsIn(locale, company.timeZone)
  const wanted = { filter: readFilter(query), type, locale, moment: full } as const
  const name = `audit-${dayIn(company.timeZone, new Date())}.${type}`
  return new Response(streamOf(await exportLog(actor, wanted, await origin())), {
    headers: {
      "content-type": sheetTypes[type],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  })
}
