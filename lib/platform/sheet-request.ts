import type { PersonActor } from "./actor"
import { fromThisSite } from "./request"
import { currentActor } from "./session"
import type { SheetType } from "./sheet-writing"

const closed = { "cache-control": "no-store" }

/** Who asks for a sheet, with the query; the answer when nobody may. */
export async function sheetRequest(
  request: Request,
): Promise<Response | { actor: PersonActor; query: Record<string, string>; type: SheetType }> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers: closed })
  if (!fromThisSite(request.headers)) return new Response(null, { status: 404, headers: closed })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  return { actor, query, type: query.file === "csv" ? "csv" : "xlsx" }
}
