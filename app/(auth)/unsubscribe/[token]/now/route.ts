import "@/lib/modules"
import { endMails } from "@/lib/notifications/ending-mails"
import { networkOf } from "@/lib/platform/network"
import { countAgainst } from "@/lib/platform/rate-limit"
import { origin } from "@/lib/platform/request"
import { textOf } from "@/lib/platform/request-body"
import { readUnsubscribe } from "@/lib/platform/unsubscribing"
import { writeAsSystem } from "@/lib/platform/write"

const limit = { times: 60, per: 60 }

/**
 * Ends mails of one kind: a mail program's one click (RFC 8058), or the button on the page. It
 * needs no session, only the word that stood in the mail; opening a link alone ends nothing.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  const what = readUnsubscribe(token)
  if (!what) return new Response(null, { status: 404 })
  const from = await origin()
  const name = "notifications.unsubscribe"
  const wait = await writeAsSystem(name, (ctx) =>
    countAgainst(ctx.tx, `${name}:at:${networkOf(from.address)}`, limit, ctx.now),
  )
  if (wait > 0) return new Response(null, { status: 429, headers: { "Retry-After": `${wait}` } })
  await writeAsSystem(name, (ctx) => endMails(ctx, what), { origin: from })
  const byProgram = ((await textOf(request, 8_192)) ?? "").includes("List-Unsubscribe=One-Click")
  if (byProgram) return new Response(null, { status: 200 })
  return new Response(null, { status: 303, headers: { Location: `/unsubscribe/${token}?done=1` } })
}
