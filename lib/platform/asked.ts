import { AsyncLocalStorage } from "node:async_hooks"
import { cookies, headers } from "next/headers"
import type { Locale } from "./actor"

declare global {
  /** Requests that are answered before the framework (lib/platform/quick-way.ts). */
  var __qibuAsked: AsyncLocalStorage<Request> | undefined
}

const before = () => {
  globalThis.__qibuAsked ??= new AsyncLocalStorage()
  return globalThis.__qibuAsked
}

/** Runs what answers a request that the framework doesn't know of. */
export const answering = <T>(request: Request, answer: () => Promise<T>): Promise<T> =>
  before().run(request, answer)

/** The headers of the present request, whichever way it came. */
export const headersAsked = async (): Promise<Headers> =>
  before().getStore()?.headers ?? (await headers())

/** A cookie of the present request, whichever way it came. */
export async function cookieAsked(name: string): Promise<string | undefined> {
  const request = before().getStore()
  if (!request) return (await cookies()).get(name)?.value
  const given = (request.headers.get("cookie") ?? "").split(/; */)
  return given.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** The language that this browser asks for: chosen on the login page, or its own. */
export async function languageAsked(): Promise<Locale | null> {
  const chosen = await cookieAsked("qibu.locale")
  if (chosen === "zh" || chosen === "en") return chosen
  const first = (await headersAsked()).get("accept-language")?.split(",")[0]?.toLowerCase() ?? ""
  if (first.startsWith("en")) return "en"
  return first.startsWith("zh") ? "zh" : null
}
