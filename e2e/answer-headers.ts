/** What a page's own policy has to say; nothing inline runs, nothing is loaded from elsewhere. */
const policy = [
  "default-src 'self'",
  /^script-src 'self' 'nonce-[\w+/=]{22,}' 'strict-dynamic'$/,
  /^style-src 'self' 'nonce-[\w+/=]{22,}'$/,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/** Addresses whose words are somebody's key: they are told to no other site. */
const keys = /^\/(password|unsubscribe|answer|g(?!\/(clients|groups|meetings|tickets)(\/|$)))(\/|$)/

/** What an answer of a portal behind HTTPS fails to tell the browser about how to treat it. */
export function unguarded(address: string, { headers }: Response): string[] {
  const said = (name: string) => headers.get(name)
  const type = said("content-type") ?? ""
  const page = type.startsWith("text/html")
  const broken = page ? brokenByPage(address, said) : []
  if (said("x-powered-by") !== null) broken.push("x-powered-by")
  // An empty answer and a stream hold nothing to guess a type for, and nothing to keep.
  if (type === "" || type.startsWith("text/event-stream")) return broken
  if (said("x-content-type-options") !== "nosniff") broken.push("nosniff")
  const kept = said("cache-control") ?? ""
  // No cache on the way keeps anything; a page isn't kept by the browser either.
  return (page ? /no-store/ : /private|no-store/).test(kept) ? broken : [...broken, `kept: ${kept}`]
}

function brokenByPage(address: string, said: (name: string) => string | null): string[] {
  const parts = (said("content-security-policy") ?? "").split("; ")
  const missing = policy.filter((rule) =>
    parts.every((part) => (typeof rule === "string" ? part !== rule : !rule.test(part))),
  )
  const wanted = {
    "x-frame-options": "DENY",
    "referrer-policy": keys.test(address) ? "no-referrer" : "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "strict-transport-security": "max-age=31536000",
  }
  const wrong = Object.entries(wanted).filter(([name, value]) => said(name) !== value)
  const more = parts.length === policy.length ? [] : ["more than the policy"]
  return [...missing.map(String), ...more, ...wrong.map(([name]) => `${name}: ${said(name)}`)]
}
