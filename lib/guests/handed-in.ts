import { answerOf } from "@/lib/platform/answers"
import { jsonAnswer } from "@/lib/platform/json-answer"

/**
 * The answer to a file that came by a form: JSON for a page's script, otherwise back to the page,
 * which says so when it wasn't taken.
 * @param name of the deed, for the log of errors
 * @param place the page's address
 */
export async function handedIn<O>(
  request: Request,
  name: string,
  place: string,
  take: () => Promise<O>,
): Promise<Response> {
  const headers = { "cache-control": "no-store" }
  const { result } = await answerOf(name, undefined, async () => ({
    value: await take(),
    input: null,
  }))
  if (request.headers.get("accept")?.includes("application/json")) return jsonAnswer(result)
  const location = result.ok ? place : `${place}?refused=${result.code}`
  return new Response(null, { status: 303, headers: { ...headers, location } })
}
