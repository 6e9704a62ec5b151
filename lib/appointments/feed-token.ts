import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { calendarFeeds } from "@/db/schema/appointments"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { hashToken, newToken } from "@/lib/platform/random-token"
import { siteAddress } from "@/lib/platform/site-address"

/** A new address for the actor's calendar, shown this once; one that they had before is no more. */
export async function makeFeed(ctx: Ctx & { actor: PersonActor }): Promise<string> {
  const { personId } = ctx.actor
  const token = newToken()
  await ctx.tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId))
  await ctx.tx
    .insert(calendarFeeds)
    .values({ personId, tokenHash: hashToken(token), createdAt: ctx.now })
  emit(ctx, { type: "calendar.subscribed", recordId: personId })
  return `${siteAddress()}/feeds/${token}.ics`
}

/** The address is nobody's any more. */
export async function endFeed(ctx: Ctx, personId: number): Promise<void> {
  const ended = await ctx.tx
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId))
    .returning({ personId: calendarFeeds.personId })
  if (ended.length > 0) emit(ctx, { type: "calendar.unsubscribed", recordId: personId })
}

export async function feedSince(personId: number): Promise<Date | null> {
  const [row] = await db()
    .select({ at: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId))
  return row?.at ?? null
}

/** Whose calendar a token opens, as they act; null for a token that opens none. */
export async function feedActor(token: string): Promise<PersonActor | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const [row] = await db()
    .select({ personId: calendarFeeds.personId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, hashToken(token)))
  if (!row) return null
  const [actor] = await actorsOf(db(), [row.personId])
  return actor ?? null
}
