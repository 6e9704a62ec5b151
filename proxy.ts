import { randomBytes, randomUUID } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import { env } from "@/lib/platform/env"

/** Headers only: what anybody may do is decided where the data is read and written. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64")
  const policy = contentPolicy(nonce, process.env.NODE_ENV === "development")
  const headers = new Headers(request.headers)
  headers.set("x-qibu-request", request.headers.get("x-qibu-request") ?? randomUUID())
  headers.set("x-qibu-path", request.nextUrl.pathname + request.nextUrl.search)
  // Next reads the nonce from here and gives it to its own scripts.
  headers.set("content-security-policy", policy)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of answerHeaders(request.nextUrl.pathname, policy))
    response.headers.set(name, value)
  response.headers.set("x-qibu-request", headers.get("x-qibu-request") ?? "")
  return response
}

function answerHeaders(pathname: string, policy: string): [string, string][] {
  // Inside, a guest's address holds no word of the link, and forms without script need an origin.
  const inside = /^\/g\/(clients|groups|meetings|tickets)(\/|$)/.test(pathname)
  const secret = /^\/(password|g|unsubscribe|answer)(\/|$)/.test(pathname) && !inside
  const always: [string, string][] = [
    ["Content-Security-Policy", policy],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", secret ? "no-referrer" : "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cache-Control", "private, no-store"],
  ]
  const https = env().url?.startsWith("https:")
  return https ? [...always, ["Strict-Transport-Security", "max-age=31536000"]] : always
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

export const config = {
  // Uploads would be cut at 10 MB here, and the live stream keeps its own cache header. What pages
  // ask for all the time set their own too: passing here would cost them more than their answer.
  // Whole addresses, never beginnings: beside them is the page that says there is nothing.
  matcher: [
    "/((?!(?:(?:g/)?files/[^/]+|files|g/(?:clients|groups|tickets)/[^/]+/files|uploads|(?:g/)?events|groups/(?:data|messages)/[^/]+|feeds/[^/]+|health|icons/[^/]+|manifest\\.webmanifest|sw\\.js)$|_next/static/|_next/image).*)",
  ],
}
