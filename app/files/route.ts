import "@/lib/modules"
import { answerOf } from "@/lib/platform/answers"
import { receiveRequest } from "@/lib/platform/files/upload-request"
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

/** Takes one file as the raw body: it streams to the store and never lies in memory. */
export async function POST(request: Request): Promise<Response> {
  const { result } = await answerOf("files.add", undefined, async () => ({
    value: await receiveRequest(request),
    input: null,
  }))
  return Response.json(result, {
    status: result.ok ? 201 : statuses[result.code],
    headers: { "cache-control": "no-store" },
  })
}
