import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { portOf } from "./port"

/**
 * As much of an S3 server as a file store needs: objects, parts, ranges, lists. It keeps things
 * in memory and believes every signature.
 */
export async function startS3Server() {
  const objects = new Map<string, { body: Buffer; at: Date }>()
  const uploads = new Map<string, Map<number, Buffer>>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://s3")
    const body = await read(request)
    const answer = answerTo(objects, uploads, request, url, body)
    send(
      response,
      request.method === "HEAD"
        ? { ...answer, body: undefined, size: answer.body?.length }
        : answer,
    )
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const port = portOf(server)
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { endpoint: `http://127.0.0.1:${port}`, objects, uploads, stop }
}

interface Answer {
  status: number
  body?: Buffer | undefined
  size?: number | undefined
  headers?: Record<string, string>
}

type Objects = Map<string, { body: Buffer; at: Date }>
type Uploads = Map<string, Map<number, Buffer>>

function answerTo(
  objects: Objects,
  uploads: Uploads,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): Answer {
  const key = url.pathname
  const upload = url.searchParams.get("uploadId")
  if (upload !== null || url.searchParams.has("uploads"))
    return partly(objects, uploads, request, url, body)
  if (request.method === "PUT") {
    objects.set(key, { body, at: new Date() })
    return { status: 200, headers: { etag: '"e"' } }
  }
  if (request.method === "DELETE") {
    objects.delete(key)
    return { status: 204 }
  }
  if (url.searchParams.has("list-type")) return xml(listing(objects, url))
  const found = objects.get(key)
  return found ? wholeOrPart(found.body, request.headers.range) : { status: 404 }
}

function partly(
  objects: Objects,
  uploads: Uploads,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): Answer {
  const id = url.searchParams.get("uploadId") ?? String(uploads.size + 1)
  const parts = uploads.get(id) ?? new Map<number, Buffer>()
  if (request.method === "PUT") {
    parts.set(Number(url.searchParams.get("partNumber")), body)
    return { status: 200, headers: { etag: '"p"' } }
  }
  if (request.method === "DELETE") {
    uploads.delete(id)
    return { status: 204 }
  }
  if (url.searchParams.has("uploads")) {
    uploads.set(id, parts)
    return xml(
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    )
  }
  const whole = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part)
  objects.set(url.pathname, { body: Buffer.concat(whole), at: new Date() })
  uploads.delete(id)
  return xml("<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>")
}

function wholeOrPart(body: Buffer, range: string | undefined): Answer {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? []
  if (first === undefined || last === undefined) return { status: 200, body }
  const headers = { "content-range": `bytes ${first}-${last}/${body.length}` }
  return { status: 206, body: body.subarray(Number(first), Number(last) + 1), headers }
}

function listing(objects: Objects, url: URL): string {
  const bucket = `${url.pathname.replace(/\/$/, "")}/`
  const prefix = url.searchParams.get("prefix") ?? ""
  const found = [...objects].filter(([key]) => key.startsWith(bucket + prefix))
  const rows = found.map(
    ([key, { at }]) =>
      `<Contents><Key>${key.slice(bucket.length)}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`,
  )
  return `<ListBucketResult><IsTruncated>false</IsTruncated>${rows.join("")}</ListBucketResult>`
}

const xml = (text: string): Answer => ({
  status: 200,
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`),
  headers: { "content-type": "application/xml" },
})

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, { status, body, size, headers }: Answer): void {
  response.writeHead(status, { "content-length": String(size ?? body?.length ?? 0), ...headers })
  response.end(body)
}
