import "@/lib/modules"
import { signOut } from "@/lib/people/sessions"
import { dropCookie } from "@/lib/platform/browser-cookies"
import { fromThisSite, origin } from "@/lib/platform/request"
import { currentSession, sessionCookie } from "@/lib/platform/session"
import { write } from "@/lib/platform/write"

/**
 * A plain POST, so that it works without JavaScript and can tell the browser to forget what it
 * kept. The device stays known: the next sign-in here is nothing new.
 */
export async function POST(request: Request): Promise<Response> {
  if (!fromThisSite(request.headers)) return new Response(null, { status: 403 })
  const session = await currentSession()
  if (typeof session !== "string") {
    const { actor } = session
    await write(actor, (ctx) => signOut(Object.assign(ctx, { actor })), { origin: await origin() })
  }
  await dropCookie(sessionCookie())
  const headers = {
    Location: "/login",
    "Clear-Site-Data": '"cache", "storage"',
    "Cache-Control": "no-store",
  }
  return new Response(null, { status: 303, headers })
}
