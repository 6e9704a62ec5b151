import { z } from "zod"
import { jsonAnswer } from "@/lib/platform/json-answer"
import { changeTopics, openStream } from "@/lib/platform/live-response"
import { fromThisSite } from "@/lib/platform/request"
import { textOf } from "@/lib/platform/request-body"
import { currentSession } from "@/lib/platform/session"

/** 300 topics to listen to and as many to leave, of 80 signs each. */
const mostBytes = 256 * 1024

export const dynamic = "force-dynamic"

export async function GET(request: Request) {
  const session = await currentSession()
  if (typeof session === "string") return jsonAnswer({ reason: session }, 401)
  if (new URL(request.url).searchParams.has("why")) return jsonAnswer({ reason: null })
  return openStream(session.actor, request.signal)
}

export async function POST(request: Request) {
  if (!fromThisSite(request.headers)) return new Response(null, { status: 403 })
  const session = await currentSession()
  if (typeof session === "string") return jsonAnswer({ reason: session }, 401)
  try {
    const answer = await changeTopics(
      session.actor,
      JSON.parse((await textOf(request, mostBytes)) ?? ""),
    )
    return answer ? jsonAnswer(answer) : new Response(null, { status: 404 })
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return new Response(null, { status: 400 })
    throw error
  }
}
