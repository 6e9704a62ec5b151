import { jsonAnswer } from "@/lib/platform/json-answer"
import "@/lib/modules"
import { receiveFace } from "@/lib/people/face-request"
import { answerOf } from "@/lib/platform/answers"

/** One's own picture: sent alone by a script, or by a plain form, which is led back. */
export async function POST(request: Request): Promise<Response> {
  const { result } = await answerOf("people.set_face", undefined, async () => ({
    value: await receiveFace(request),
    input: null,
  }))
  if (request.headers.get("accept")?.startsWith("application/json"))
    return jsonAnswer(result, result.ok ? 200 : 400)
  return new Response(null, {
    status: 303,
    headers: { Location: result.ok ? "/settings" : "/settings?face=failed" },
  })
}
