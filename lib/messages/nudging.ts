import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { countAgainst } from "@/lib/platform/rate-limit"
import { refuse } from "@/lib/platform/refusal"
import type { Message } from "./message"
import { unreadIds } from "./receipts"

/** Reminding those who haven't read: not more often than every five minutes. */
const pause = { times: 1, per: 300 }

/** 提醒未读. @returns how many are reminded */
export async function remindUnread(
  ctx: Ctx & { actor: PersonActor },
  message: Message,
): Promise<number> {
  const personIds = await unreadIds(ctx.tx, message)
  if (personIds.length === 0) return 0
  const wait = await countAgainst(ctx.tx, `messages.remind:${message.id}`, pause, ctx.now)
  if (wait > 0)
    refuse("busy", {
      sentence: "messages.error.remindedJustNow",
      values: { minutes: Math.ceil(wait / 60) },
    })
  emit(ctx, {
    type: "message.unread_reminded",
    recordId: message.id,
    data: { groupId: message.groupId, reminded: personIds },
  })
  return personIds.length
}
