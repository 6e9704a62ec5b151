import { messages } from "@/db/schema/messages"
import type { Group } from "@/lib/groups/group"
import type { GuestActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { attachFiles } from "@/lib/platform/files/attaching"
import { refuse } from "@/lib/platform/refusal"
import { visibleName } from "@/lib/platform/visible-text"
import { nextSeq } from "./sending"

/**
 * Says something in a group as somebody from outside: plain words, nobody is mentioned, nothing is
 * urgent. It stands under its host's number and the guest's name. The caller has checked that the
 * guest may, and that the files are what they just sent.
 * @throws Refusal when there is nothing in it
 */
export async function saySomethingAsGuest(
  ctx: Ctx & { actor: GuestActor },
  group: Group,
  said: { body: string; fileIds: readonly number[] },
): Promise<{ id: number; seq: number }> {
  const body = said.body.trim()
  if (visibleName(body) === "" && said.fileIds.length === 0)
    refuse("invalid", { fields: { body: "messages.error.empty" } })
  const at = messages.lastReplyAt.mapToDriverValue(ctx.now)
  const [counted] = await nextSeq(ctx.tx).execute({ id: group.id, at })
  const seq = counted?.seq ?? refuse("not_found")
  const { hostId, guestId } = ctx.actor
  const [row] = await ctx.tx
    .insert(messages)
    .values({
      ...{ groupId: group.id, seq, authorId: hostId, guestId, at: ctx.now, body },
      files: said.fileIds.length,
    })
    .returning({ id: messages.id })
  const id = row?.id ?? refuse("conflict")
  await attachFiles(ctx, "message", id, said.fileIds)
  emit(ctx, { type: "message.sent", recordId: id, data: { groupId: group.id, seq, guestId } })
  return { id, seq }
}
