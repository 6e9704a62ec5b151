import { randomBytes } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { put } from "./forwarded.ts"

/**
 * What sets its own: what lies there built, files, the live streams, and what pages ask for all the
 * time. Whole addresses, never beginnings: beside them is the page that says there is nothing.
 */
const dressedElsewhere =
  /^\/(?:_next\/(?:static\/|image).*|(?:g\/)?files\/[^/]+|files|g\/(?:clients|groups|tickets)\/[^/]+\/files|uploads|(?:g\/)?events|groups\/(?:data|messages)\/[^/]+|feeds\/[^/]+|health|icons\/[^/]+|manifest\.webmanifest|sw\.js)$/

/**
 * Tells the browser how to treat the answer, and the framework which nonce its own scripts bear: it
 * reads it from the request. Headers only: what anybody may do is decided where the data is read and
 * written. Said here and not by the framework's own proxy, which reads each request once more for it.
 * @param request with its number (`settleAddress`)
 * @param https whether the portal's public address is one
 * @param dev the development server's scripts and styles want more
 */
export function dressAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { https, dev }: { https: boolean; dev: boolean },
): void {
  // As the framework reads it, which takes `/groups/data/..` for `/groups/`.
  const path = URL.parse(request.url ?? "/", "http://portal")?.pathname ?? "/"
  if (dressedElsewhere.test(path)) return
  const policy = contentPolicy(randomBytes(16).toString("base64"), dev)
  put(request, "content-security-policy", policy)
  const number = request.headers["x-qibu-request"]
  if (number) response.setHeader("x-qibu-request", number)
  for (const [name, value] of headersFor(path, policy)) response.setHeader(name, value)
  if (https) response.setHeader("Strict-Transport-Security", "max-age=31536000")
}

function headersFor(path: string, policy: string): [string, string][] {
  // Inside, a guest's address holds no word of the link, and forms without script need an origin.
  const inside = /^\/g\/(clients|groups|meetings|tickets)(\/|$)/.test(path)
  const secret = /^\/(password|g|unsubscribe|answer)(\/|$)/.test(path) && !inside
  return [
    ["Content-Security-Policy", policy],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", secret ? "no-referrer" : "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cache-Control", "private, no-store"],
  ]
}

/** Decision 39: bars and timelines need style attributes, nothing needs an inline script. */
function contentPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The development server adds its own styles without a nonce.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    // Without it the rule for scripts would count, which knows no addresses.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
