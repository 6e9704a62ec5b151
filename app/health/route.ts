import { health } from "@/lib/platform/health"
import { jsonAnswer } from "@/lib/platform/json-answer"

export const dynamic = "force-dynamic"

/** For load balancers and monitoring: 200 when people can work, else 503. */
export async function GET(): Promise<Response> {
  const found = await health()
  return jsonAnswer(found, found.ok ? 200 : 503)
}
