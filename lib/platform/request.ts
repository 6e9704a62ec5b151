import { randomUUID } from "node:crypto"
import { cache } from "react"
import { headersAsked } from "./asked"
import type { Origin } from "./context"
import { env } from "./env"

/** Where the present request comes from. The address is set by the server around Next, never by a client. */
export const origin = cache(async (): Promise<Origin> => {
  const list = await headersAsked()
  return {
    requestId: list.get("x-qibu-request") ?? randomUUID(),
    address: list.get("x-qibu-address"),
    device: list.get("user-agent")?.slice(0, 300) ?? null,
  }
})

/** Browsers send where a request was made; a change asked for from another site is refused. */
export function fromThisSite(list: Headers): boolean {
  const site = list.get("sec-fetch-site")
  if (site) return site === "same-origin"
  const from = list.get("origin")
  if (!from || !URL.canParse(from)) return false
  const host = new URL(from).host
  return (
    host === list.get("host") || (env().url !== undefined && new URL(from).origin === env().url)
  )
}

/** Behind HTTPS the cookies are `Secure`. Known from the configured address only. */
export const overHttps = (): boolean => env().url?.startsWith("https:") ?? false
