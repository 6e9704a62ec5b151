import type { IncomingMessage, ServerResponse } from "node:http"
import { Readable } from "node:stream"
import { answering } from "./asked"
import { log } from "./log"

declare global {
  /** The server around Next asks here first. @returns whether the request is answered here */
  var __qibuQuickWay: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
}

type Answers = (request: Request) => Promise<Response>

/**
 * What open pages ask for all the time is answered before the framework, which takes longer to find
 * a route than most of these answers take. The routes stand beside it, and do the same.
 * @param find the answer for a method and a path without its query; undefined leaves it to the route
 */
export function openQuickWay(find: (method: string, path: string) => Answers | undefined): void {
  globalThis.__qibuQuickWay = (request, response) => {
    // Anybody may ask for what is no address: that is the framework's to refuse.
    const url = URL.parse(request.url ?? "/", "http://portal")
    const answers = url && find(request.method ?? "", url.pathname)
    if (!answers) return false
    void answer(request, url, response, answers)
    return true
  }
}

async function answer(
  asked: IncomingMessage,
  url: URL,
  response: ServerResponse,
  answers: Answers,
) {
  try {
    const request = asRequest(asked, url)
    const answered = await answering(request, () => answers(request))
    const body = Buffer.from(await answered.arrayBuffer())
    const headers = Object.fromEntries(answered.headers)
    response.writeHead(answered.status, { ...headers, "content-length": body.length }).end(body)
  } catch (error) {
    log.error({ requestId: asked.headers["x-qibu-request"], err: error }, "an answer failed")
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
}

/** A request of the server around Next as routes know it. */
export function asRequest(request: IncomingMessage, url: URL): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value))
  const method = request.method ?? "GET"
  const body = method === "GET" ? undefined : (Readable.toWeb(request) as ReadableStream)
  return new Request(url, { method, headers, body, duplex: "half" } as RequestInit)
}
