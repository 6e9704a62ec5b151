import { insert } from "../database"

declare global {
  var __floorStreams: Set<Stream> | undefined
}

type Stream = ReadableStreamDefaultController<Uint8Array>

const streams = () => {
  globalThis.__floorStreams ??= new Set()
  return globalThis.__floorStreams
}
const encoder = new TextEncoder()
const headers = {
  "content-type": "text/event-stream",
  "cache-control": "no-cache, no-transform",
}

export function GET(request: Request): Response {
  let mine: Stream | undefined
  const leave = () => mine && streams().delete(mine)
  request.signal.addEventListener("abort", leave)
  const start = (controller: Stream) => {
    mine = controller
    streams().add(controller)
    controller.enqueue(encoder.encode("event: hello\ndata: {}\n\n"))
  }
  const body = new ReadableStream<Uint8Array>({ start, cancel: () => void leave() })
  return new Response(body, { headers })
}

/** Commits one row and tells everybody: no permission, no topic, one encoding. */
export async function POST(request: Request): Promise<Response> {
  const id = insert(await request.text())
  const frame = encoder.encode(`id: ${id}\nevent: change\ndata: {"id":${id}}\n\n`)
  for (const stream of streams()) stream.enqueue(frame)
  return new Response(null, { status: 204 })
}
