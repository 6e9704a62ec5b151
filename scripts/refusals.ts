import type { IncomingMessage } from "node:http"

/** Bytes of one action's body; the same as Next's own limit. Files don't come this way. */
const mostBytes = 1024 * 1024

/**
 * What Next would answer with its own "500" although nothing is broken: actions asked for from
 * another site, and those that are too long. The lock itself is in lib/action.ts.
 * @param publicUrl the configured address, for proxies that rewrite Host
 * @returns the HTTP status to refuse with, or undefined
 */
export function refusalOf(
  request: Pick<IncomingMessage, "headers">,
  publicUrl: string | undefined,
): 403 | 413 | undefined {
  const { headers } = request
  if (headers["next-action"] === undefined) return undefined
  if (headers.origin !== undefined && !isOwn(headers.origin, headers, publicUrl)) return 403
  return Number(headers["content-length"] ?? 0) > mostBytes ? 413 : undefined
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
