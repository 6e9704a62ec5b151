import type { Locale, PersonActor } from "./actor"
import { type ExportWay, exportWays } from "./exporting"
import { fromThisSite } from "./request"
import { currentActor } from "./session"
import { settings } from "./settings"
import type { SheetType } from "./sheet-writing"

const closed = { "cache-control": "no-store" }

export interface SheetRequest {
  actor: PersonActor
  query: Record<string, string>
  type: SheetType
  way: ExportWay | undefined
  locale: Locale
  timeZone: string
}

/** Who asks for a sheet, with the query; the answer when nobody may. */
export async function sheetRequest(request: Request): Promise<Response | SheetRequest> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers: closed })
  if (!fromThisSite(request.headers)) return new Response(null, { status: 404, headers: closed })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const type = query.file === "csv" ? "csv" : "xlsx"
  const way = exportWays.find((each) => each === query.out)
  const { company } = await settings()
  const { timeZone } = company
  return { actor, query, type, way, locale: actor.locale ?? company.locale, timeZone }
}
