import { networkOf } from "@/lib/platform/network"
import { hashToken } from "@/lib/platform/random-token"
import { countHere } from "@/lib/platform/rate-limit"
import { feedOf } from "./feed"
import { feedActor } from "./feed-token"

/** Programs ask every few minutes; several devices of one person share an address. */
const ofOne = { times: 60, per: 600 }
/** Guessing is hopeless with 256 bits; it needn't cost anything either. */
const ofStrangers = { times: 30, per: 60 }

const headers = {
  "cache-control": "private, no-cache",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
}

const missing = () => new Response("Not found", { status: 404, headers })

const tooOften = (seconds: number) =>
  new Response(null, { status: 429, headers: { ...headers, "retry-after": String(seconds) } })

/** A calendar by its private address: whoever has it may read it, until it is taken back. */
export async function serveFeed(name: string, request: Request): Promise<Response> {
  const token = /^([\w-]{43})\.ics$/.exec(name)?.[1]
  const now = Date.now()
  const actor = token ? await feedActor(token) : null
  if (!token || !actor) {
    const from = networkOf(request.headers.get("x-qibu-address"))
    const wait = countHere(`feed-missing:${from}`, ofStrangers, now)
    return wait > 0 ? tooOften(wait) : missing()
  }
  const wait = countHere(`feed:${hashToken(token)}`, ofOne, now)
  if (wait > 0) return tooOften(wait)
  const { text, etag } = await feedOf(actor)
  const own = { ...headers, etag }
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? []
  if (known.some((mark) => mark.replace(/^W\//, "") === etag))
    return new Response(null, { status: 304, headers: own })
  return new Response(request.method === "HEAD" ? null : text, {
    headers: {
      ...own,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="qibu.ics"',
    },
  })
}
