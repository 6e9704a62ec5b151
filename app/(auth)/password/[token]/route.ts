import { linkCookie } from "@/lib/people/browser"
import { keepSealed } from "@/lib/platform/browser-cookies"

type Context = { params: Promise<{ token: string }> }

/**
 * Takes the token out of the address bar, where shoulders, histories and referrers would see it.
 * Opening it uses nothing up: mail scanners open links too.
 */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  await keepSealed(linkCookie, token.slice(0, 100), { maxAge: 1800, path: "/password" })
  const headers = {
    Location: "/password/new",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  }
  return new Response(null, { status: 303, headers })
}
