import { and, eq, isNull } from "drizzle-orm"
import { outwardRequests } from "@/db/schema/outward"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { dropFiles } from "@/lib/platform/files/attaching"
import { refuse } from "@/lib/platform/refusal"
import { maskedWhole } from "@/lib/platform/screening/screening"
import type { OutwardRequest } from "./request"

const open = (id: number) =>
  and(
    eq(outwardRequests.id, id),
    isNull(outwardRequests.decidedAt),
    isNull(outwardRequests.withdrawnAt),
  )

/**
 * Lets it out, or says no. What was let out is sent by a sweep a moment later, as its author.
 * @throws Refusal when somebody was faster
 */
export async function decide(
  ctx: Ctx & { actor: PersonActor },
  { id, finds }: OutwardRequest,
  { accepts, note: written }: { accepts: boolean; note: string },
): Promise<void> {
  const note = await maskedWhole(written)
  const decided = await ctx.tx
    .update(outwardRequests)
    .set({ decidedAt: ctx.now, decidedById: ctx.actor.personId, accepted: accepts, note })
    .where(open(id))
    .returning({ id: outwardRequests.id })
  if (decided.length === 0) refuse("conflict", { sentence: "outward.error.decided" })
  emit(ctx, {
    type: accepts ? "outward.released" : "outward.refused",
    recordId: id,
    data: { finds, ...(note !== "" && { reason: note }) },
    needsReview: accepts,
  })
}

/** Its author takes it back; nothing of it is kept but that it was asked. */
export async function withdraw(ctx: Ctx, { id }: OutwardRequest): Promise<void> {
  const taken = await ctx.tx
    .update(outwardRequests)
    .set({ withdrawnAt: ctx.now, input: {}, text: "" })
    .where(open(id))
    .returning({ id: outwardRequests.id })
  if (taken.length === 0) refuse("conflict", { sentence: "outward.error.decided" })
  await dropFiles(ctx, "outward", id)
  emit(ctx, { type: "outward.withdrawn", recordId: id })
}
