import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { holdersOf } from "@/lib/platform/organisation"
import { findRequest } from "./request"

/** The head who is asked; where there is none, 平台管理. */
export async function toCleared(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const request = await findRequest(ctx.tx, event.recordId)
  if (!request) return []
  const personIds = request.headId === null ? await holdersOf(ctx.tx, "platform") : [request.headId]
  return [{ category: "outward.asked", needsYou: true, personIds }]
}

const toAuthor =
  (needsYou: boolean) =>
  async (ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> => {
    const request = await findRequest(ctx.tx, event.recordId)
    return request ? [{ category: "outward.decided", needsYou, personIds: [request.authorId] }] : []
  }

export const toAuthorNews = toAuthor(false)
/** Their words didn't go out: they have to say it in another way. */
export const toAuthorAgain = toAuthor(true)
