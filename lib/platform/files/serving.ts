import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { files } from "@/db/schema/platform"
import { type Actor, isPerson } from "../actor"
import { log } from "../log"
import { registry } from "../registry"
import { disposition } from "./file-names"
import { shownInline } from "./file-types"
import { type ByteRange, rangeOf } from "./ranges"
import { stillSeen } from "./still-seen"
import { Missing } from "./store"
import { storeOf } from "./stores"

type FileRow = typeof files.$inferSelect

/** The file, if the actor may open it at this moment. */
export async function seenFile(actor: Actor, id: number): Promise<FileRow | null> {
  if (!Number.isSafeInteger(id) || id < 1) return null
  const [file] = await db().select().from(files).where(eq(files.id, id))
  return file && (await maySee(actor, file)) ? file : null
}

async function maySee(actor: Actor, file: FileRow): Promise<boolean> {
  if (file.kind === null || file.recordId === null)
    return isPerson(actor) && file.ownerId === actor.personId
  const kind = registry().kinds.get(file.kind)
  const record = await kind?.find(db(), file.recordId)
  return Boolean(kind && record && (kind.opensFiles ?? kind.canSee)(actor, record))
}

/**
 * The one way out for files, for staff and guests alike. Whoever may not see it hears what they
 * would hear if it didn't exist.
 */
export async function serveFile(actor: Actor, id: number, request: Request): Promise<Response> {
  const file = await seenFile(actor, id)
  if (!file) return new Response(null, { status: 404, headers: always })
  const etag = `"${file.sha256}"`
  const headers = { ...always, ...describing(file), ...keeping(file), etag }
  if (asksFor(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers })
  const range = wantedRange(request, etag, file.size)
  if (range === "outside")
    return new Response(null, {
      status: 416,
      headers: { ...always, "content-range": `bytes */${file.size}` },
    })
  return send(actor, file, range, headers, request.method === "HEAD")
}

/** Less than this is on its way before anything could be taken away. */
const large = 1024 * 1024

async function send(
  actor: Actor,
  file: FileRow,
  range: ByteRange | null,
  headers: Record<string, string>,
  headOnly: boolean,
) {
  const length = range ? range.last - range.first + 1 : file.size
  const part: Record<string, string> = range
    ? { "content-range": `bytes ${range.first}-${range.last}/${file.size}` }
    : {}
  const init = {
    status: range ? 206 : 200,
    headers: { ...headers, ...part, "content-length": String(length) },
  }
  if (headOnly || length === 0) return new Response(null, init)
  try {
    const store = await storeOf(file.place)
    const body = await store.get(file.place, range ?? undefined)
    if (length < large) return new Response(body, init)
    const sees = async (now: Actor) => (await seenFile(now, file.id)) !== null
    return new Response(body.pipeThrough(stillSeen(actor, file.id, sees)), init)
  } catch (error) {
    if (!(error instanceof Missing)) throw error
    log.error({ file: file.id }, "a file's bytes are missing")
    return new Response(null, { status: 404, headers: always })
  }
}

/** What holds for every answer: nothing in a file may run, and every opening is checked again. */
const always = {
  "cache-control": "private, no-cache",
  "content-security-policy":
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
}

/** A file's number stands for its bytes for ever; after a day the right to see them is asked again. */
function keeping({ kind }: FileRow): Record<string, string> {
  const kept = kind !== null && registry().kinds.get(kind)?.keepsFiles
  return kept ? { "cache-control": "private, max-age=86400" } : {}
}

function describing({ name, type, size }: FileRow) {
  return {
    "accept-ranges": "bytes",
    "content-type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
    "content-disposition": disposition(shownInline.has(type) ? "inline" : "attachment", name),
    // Next takes Content-Length away; pages show progress by this one.
    "x-qibu-size": String(size),
  }
}

const asksFor = (header: string | null, etag: string): boolean =>
  (header ?? "").split(",").some((one) => [etag, `W/${etag}`, "*"].includes(one.trim()))

function wantedRange(request: Request, etag: string, size: number): ByteRange | null | "outside" {
  const unchanged = request.headers.get("if-range") ?? etag
  return unchanged === etag ? rangeOf(request.headers.get("range"), size) : null
}
