import { and, desc, eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { eventReviews, events } from "@/db/schema/events"
import type { Actor, PersonActor } from "@/lib/platform/actor"
import type { Ctx, StoredEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Notice } from "@/lib/platform/module"
import { holdersOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { logId } from "./log"
import { isMark } from "./marks"
import { mayAudit } from "./policy"

const most = 100

/** The exact words of the partial index, or neither engine uses it. */
export const marked = sql`needs_review`

/** Marked and not yet looked at. */
export const stillOpen = sql`needs_review and not exists (
  select 1 from ${eventReviews} where ${eventReviews.eventId} = ${events.id})`

/** How many wait for a second look; counted up to 100, a badge shows 99+. */
export async function openReviews(actor: Actor): Promise<{ count: number }> {
  if (!mayAudit(actor)) return { count: 0 }
  const rows = await db()
    .select({ id: events.id })
    .from(events)
    .where(stillOpen)
    .orderBy(desc(events.id))
    .limit(most)
  return { count: rows.length }
}

/** An event that asks for a second look. */
export async function markedEvent(on: Db, id: number) {
  const [row] = await on
    .select({ id: events.id, type: events.type })
    .from(events)
    .where(and(eq(events.id, id), marked))
  return row ?? null
}

/**
 * Somebody looked at it and says what it was. The event stays as it is.
 * @throws Refusal when somebody else was faster
 */
export async function review(
  ctx: Ctx & { actor: PersonActor },
  event: { id: number },
  note: string,
): Promise<void> {
  const row = { eventId: event.id, personId: ctx.actor.personId, at: ctx.now, note }
  const [made] = await ctx.tx.insert(eventReviews).values(row).onConflictDoNothing().returning()
  if (!made) refuse("conflict", { sentence: "audit.error.reviewed" })
  emit(ctx, { type: "audit.reviewed", recordId: logId, data: { eventId: event.id } })
}

/** One line in the log for everything of a change that is unusual; the inbox hears by it. */
export async function sayMarked(ctx: Ctx, unusual: readonly StoredEvent[]): Promise<void> {
  const reasons = unusual.flatMap(({ data }) => (Array.isArray(data.marks) ? data.marks : []))
  emit(ctx, {
    type: "audit.marked",
    recordId: logId,
    data: {
      eventIds: unusual.slice(0, most).map(({ id }) => id),
      types: [...new Set(unusual.map(({ type }) => type))],
      reasons: [...new Set(reasons.filter(isMark))],
    },
  })
}

/** 平台管理 hears of it; one bundle in the inbox, however many there are. */
export async function tellAdministrators(ctx: Ctx): Promise<readonly Notice[]> {
  const personIds = await holdersOf(ctx.tx, "platform")
  return [{ personIds, category: "audit.review", needsYou: true }]
}
