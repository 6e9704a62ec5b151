import { and, eq } from "drizzle-orm"
import { keptMessages } from "@/db/schema/messages"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

type PersonCtx = Ctx & { actor: PersonActor }

/** 收藏: kept for oneself, or no longer. */
export async function keep(ctx: PersonCtx, messageId: number, on: boolean): Promise<void> {
  const own = { personId: ctx.actor.personId, messageId }
  if (on)
    await ctx.tx
      .insert(keptMessages)
      .values({ ...own, at: ctx.now })
      .onConflictDoNothing()
  else
    await ctx.tx
      .delete(keptMessages)
      .where(and(eq(keptMessages.personId, own.personId), eq(keptMessages.messageId, messageId)))
}
