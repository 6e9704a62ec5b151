import "@/lib/modules"
import { openedLink } from "@/lib/guests/link"
import { redeem } from "@/lib/guests/redeeming"
import { currentGuest, keepGuest } from "@/lib/platform/guest-session"
import { origin } from "@/lib/platform/request"
import { textOf } from "@/lib/platform/request-body"
import { writeAsSystem } from "@/lib/platform/write"

const mostBytes = 4_000

/** Exchanges the link for a session on this device; the address bar has only `/g` from then on. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  const from = await origin()
  const invitation = await openedLink(token, from.address)
  const guest = await currentGuest()
  if (invitation && typeof guest !== "string" && guest.guestId === invitation.id) return to("/g")
  if (!invitation) return to(`/g/${encodeURIComponent(token)}`)
  const code = codeIn((await textOf(request, mostBytes)) ?? "")
  const came = await writeAsSystem("guests.open", (ctx) => redeem(ctx, token, code), {
    origin: from,
    lock: `guest:${invitation.id}`,
  })
  if (came.step !== "in") return to(`/g/${encodeURIComponent(token)}?step=${came.step}`)
  await keepGuest(came.token)
  return to("/g")
}

const codeIn = (body: string): string =>
  (new URLSearchParams(body).get("code") ?? "").replace(/\D/g, "")

const to = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location, "referrer-policy": "no-referrer", "cache-control": "no-store" },
  })
