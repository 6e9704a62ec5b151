import "@/lib/modules"
import { bounds } from "@/lib/calendar/bounds"
import { dayIn } from "@/lib/calendar/zones"
import { fromThisSite, origin } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"
import { sheetTypes, streamOf } from "@/lib/platform/sheet-writing"
import { exportTasks } from "@/lib/tasks/exporting"
import { taskFilter } from "@/lib/tasks/inputs"

export const dynamic = "force-dynamic"

const closed = { "cache-control": "no-store" }

/** A list of tasks as a file, written while it is sent: what its reader sees and nothing more. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers: closed })
  if (!fromThisSite(request.headers)) return new Response(null, { status: 404, headers: closed })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const type = query.file === "csv" ? "csv" : "xlsx"
  const { company } = await settings()
  const wanted = {
    type,
    timeZone: company.timeZone,
    bounds: await bounds(),
    filter: { ...taskFilter.parse(query), after: undefined },
    locale: actor.locale ?? company.locale,
  } as const
  const name = `tasks-${dayIn(company.timeZone, new Date())}.${type}`
  return new Response(streamOf(await exportTasks(actor, wanted, await origin())), {
    headers: {
      "content-type": sheetTypes[type],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  })
}
