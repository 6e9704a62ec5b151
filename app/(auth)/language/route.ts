import { keepCookie } from "@/lib/platform/browser-cookies"
import { ownPath } from "@/lib/platform/site-address"

const year = 365 * 24 * 3600

/** The language of whoever isn't signed in: `?to=en&next=/login`. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const to = asked.get("to")
  if (to === "zh" || to === "en") await keepCookie("qibu.locale", to, { maxAge: year })
  return new Response(null, { status: 303, headers: { Location: ownPath(asked.get("next")) } })
}
