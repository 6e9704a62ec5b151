import "@/lib/modules"
import { readAnswerLink } from "@/lib/meetings/answer-link"
import { answerByLink, linkAnswer } from "@/lib/meetings/answering-by-link"
import { networkOf } from "@/lib/platform/network"
import { countAgainst } from "@/lib/platform/rate-limit"
import { origin } from "@/lib/platform/request"
import { textOf } from "@/lib/platform/request-body"
import { currentActor } from "@/lib/platform/session"
import { writeAsSystem } from "@/lib/platform/write"

const limit = { times: 30, per: 60 }

const mostBytes = 8_192

/** 参加 / 不参加 / 待定 of the page's buttons. It needs no session, only the word of the mail. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  const back = (query: string) =>
    new Response(null, { status: 303, headers: { Location: `/answer/${token}?${query}` } })
  const from = await origin()
  const name = "meetings.answer"
  const wait = await writeAsSystem(name, (ctx) =>
    countAgainst(ctx.tx, `${name}:at:${networkOf(from.address)}`, limit, ctx.now),
  )
  if (wait > 0) return new Response(null, { status: 429, headers: { "Retry-After": `${wait}` } })
  const invitee = await readAnswerLink(token)
  const text = (await textOf(request, mostBytes)) ?? ""
  const said = linkAnswer.safeParse(Object.fromEntries(new URLSearchParams(text)))
  if (!invitee || !said.success) return back("")
  const missing = await answerByLink(invitee, said.data, from, await currentActor())
  return back(missing === null ? "done=1" : missing === "why" ? "why=1" : "")
}
