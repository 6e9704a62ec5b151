import type { z } from "zod"
import { run, type Spec } from "./action"
import { answerOf } from "./platform/answers"
import type { Result } from "./platform/result"

/** Messages have at most 10,000 characters; a body that is longer than this holds none of ours. */
const mostBytes = 128 * 1024

const statuses: Record<Extract<Result<never>, { ok: false }>["code"], number> = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  signed_out: 401,
  busy: 503,
  bug: 500,
}

/**
 * The same way to write as `action`, for what has to be quick and mustn't wait behind other
 * changes of the same tab: a POST of JSON that answers JSON. The page isn't read again.
 * @param spec as for `action`; `after` and `next` don't happen
 * @returns a route handler; it answers with a `Result` and the fitting status
 */
export function endpoint<S extends z.ZodType, R, O, P = undefined>(spec: Spec<S, R, P, O>) {
  return async (request: Request): Promise<Response> => {
    const raw = await bodyOf(request)
    const { result } = await answerOf(spec.name, undefined, () => run(spec, raw))
    return Response.json(result, {
      status: result.ok ? 200 : statuses[result.code],
      headers: { "cache-control": "no-store" },
    })
  }
}

/** What isn't JSON of a decent size reads as nothing, which no schema takes. */
async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text().catch(() => "")
  if (text.length > mostBytes) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
