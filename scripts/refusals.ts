import type { IncomingMessage } from "node:http"

/** Bytes of one action's body; the same as Next's own limit. Files don't come this way. */
const mostBytes = 1024 * 1024

/** Files that lie there for everybody (public/, and what is built). */
const lying = /^\/(_next\/static\/|icons\/|[\w-]+\.(js|webmanifest)(\?|$))/

/**
 * What would end as a "500" although nothing is broken: actions asked for from another site, those
 * that are too long, and addresses that say no text, or one with a NUL, which PostgreSQL takes
 * nowhere, or a file asked for in other ways than to be read. What is asked of a proxy (a whole
 * address, `*`, TRACE) isn't asked of us: a redirect would lead to whatever host it names. The lock
 * itself is in lib/action.ts.
 * @param publicUrl the configured address, for proxies that rewrite Host
 * @returns the HTTP status to refuse with, or undefined
 */
export function refusalOf(
  request: Pick<IncomingMessage, "headers" | "url" | "method">,
  publicUrl: string | undefined,
): 400 | 403 | 405 | 413 | 501 | undefined {
  const { headers, url = "/", method = "GET" } = request
  if (method === "TRACE") return 501
  if (!url.startsWith("/") || !isText(url)) return 400
  if (lying.test(url) && method !== "GET" && method !== "HEAD") return 405
  if (headers["next-action"] === undefined) return undefined
  if (headers.origin !== undefined && !isOwn(headers.origin, headers, publicUrl)) return 403
  return Number(headers["content-length"] ?? 0) > mostBytes ? 413 : undefined
}

function isText(url: string): boolean {
  try {
    return !decodeURIComponent(url.split("?", 1)[0] ?? "").includes("\0") && !/%00/.test(url)
  } catch {
    return false
  }
}

function isOwn(
  origin: string,
  headers: IncomingMessage["headers"],
  publicUrl: string | undefined,
): boolean {
  const host = URL.parse(origin)?.host
  if (!host) return false
  const forwarded = String(headers["x-forwarded-host"] ?? "").split(",")[0]
  return [headers.host, forwarded?.trim(), publicUrl && new URL(publicUrl).host].includes(host)
}
