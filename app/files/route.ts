import { jsonAnswer } from "@/lib/platform/json-answer"
import "@/lib/modules"
import { answerOf } from "@/lib/platform/answers"
import { isForm, receiveRequest } from "@/lib/platform/files/upload-request"
import type { Result } from "@/lib/platform/result"

const statuses: Record<Extract<Result<never>, { ok: false }>["code"], number> = {
  invalid: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  busy: 503,
  bug: 500,
}

/** Pages whose form may send a file without script; they are shown again with its number. */
const homes = new Set([
  "/admin/import",
  "/tasks/import",
  "/matters/import",
  "/meetings/import",
  "/clients/import",
])

/** Back where the form stands, by a path of our own: the address a proxy made up leads nowhere. */
function backTo(home: string, result: Result<{ id: number }>): Response {
  const about = result.ok ? `file=${result.value.id}` : `refused=${result.code}`
  return new Response(null, { status: 303, headers: { location: `${home}?${about}` } })
}

/** Takes one file as the raw body: it streams to the store and never lies in memory. */
export async function POST(request: Request): Promise<Response> {
  const { result } = await answerOf("files.add", undefined, async () => ({
    value: await receiveRequest(request),
    input: null,
  }))
  const home = new URL(request.url).searchParams.get("next") ?? ""
  if (isForm(request) && homes.has(home)) return backTo(home, result)
  return jsonAnswer(result, result.ok ? 201 : statuses[result.code])
}
