import { jsonAnswer } from "@/lib/platform/json-answer"
import "@/lib/modules"
import { statuses } from "@/lib/endpoint"
import { answerOf } from "@/lib/platform/answers"
import { receivePieceRequest } from "@/lib/platform/files/piece-request"
import { begin, discard, finish } from "@/lib/uploads"

/** Large files come in pieces: POST begins or goes on, PUT brings a piece, PATCH makes the file. */
export const POST = begin
export const PATCH = finish
export const DELETE = discard

export async function PUT(request: Request): Promise<Response> {
  const { result } = await answerOf("files.piece", undefined, async () => ({
    value: await receivePieceRequest(request),
    input: null,
  }))
  const status = result.ok ? 200 : statuses[result.code]
  return jsonAnswer(result, status)
}
