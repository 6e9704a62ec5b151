import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm"
import { communications, type methods } from "@/db/schema/clients"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Client } from "./client"
import { nextReminder } from "./next-contact"
import { settleNeeds } from "./settling"
import { keepStanding } from "./standing"

type Own = Ctx & { actor: PersonActor }

export interface CommunicationContent {
  contactName: string
  at: Date
  method: (typeof methods)[number]
  topic: string
  need: string
  response: string
  ownerId: number
  plan: string
  nextAt: Date | null
}

/**
 * Writes a talk with a client down. It answers the follow-ups that were owed by those who had it,
 * up to its time and of today; its own next contact is what is owed now.
 * @param past of a file: a next contact that has long passed is history
 */
export async function recordCommunication(
  ctx: Own,
  client: Pick<Client, "id" | "archivedAt">,
  content: CommunicationContent,
  past = false,
): Promise<number> {
  if (content.at > ctx.now) refuse("invalid", { fields: { at: "clients.error.future" } })
  await answer(ctx, client.id, [content.ownerId, ctx.actor.personId], content.at)
  const over = content.nextAt === null || past
  const [row] = await ctx.tx
    .insert(communications)
    .values({
      ...content,
      clientId: client.id,
      settledAt: content.nextAt !== null && past ? ctx.now : null,
      remindAt: over ? null : nextReminder(await companyCalendar(), content.nextAt, ctx.now),
      recorderId: ctx.actor.personId,
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    })
    .returning({ id: communications.id })
  const id = row?.id ?? refuse("conflict")
  await keepStanding(ctx, client.id)
  await settleNeeds(ctx, [client.id], [content.ownerId, ctx.actor.personId])
  emit(ctx, {
    type: "client.contacted",
    recordId: client.id,
    data: { communicationId: id, ownerId: content.ownerId, nextAt: over ? null : content.nextAt },
  })
  return id
}

/** What these people owed the client until then is done by the talk. */
const answer = (ctx: Ctx, clientId: number, personIds: readonly number[], at: Date) =>
  ctx.tx
    .update(communications)
    .set({ settledAt: ctx.now, remindAt: null, updatedAt: ctx.now })
    .where(
      and(
        eq(communications.clientId, clientId),
        isNull(communications.settledAt),
        or(inArray(communications.ownerId, [...personIds]), lte(communications.nextAt, ctx.now)),
        lte(communications.at, at),
      ),
    )

/**
 * Corrects what was written.
 * @throws Refusal conflict when somebody was faster
 */
export async function correctCommunication(
  ctx: Own,
  client: Client,
  record: typeof communications.$inferSelect,
  content: CommunicationContent,
): Promise<number> {
  if (content.at > ctx.now) refuse("invalid", { fields: { at: "clients.error.future" } })
  const calendar = await companyCalendar()
  const dayOf = (at: Date | null) => at && dayIn(calendar.timeZone, at)
  // A next contact is a day: the hour of work may be another by now, and files know clocks.
  const moved = dayOf(record.nextAt) !== dayOf(content.nextAt)
  const nextAt = moved ? content.nextAt : record.nextAt
  const settledAt = moved || nextAt === null ? null : record.settledAt
  const open = nextAt !== null && settledAt === null
  const [row] = await ctx.tx
    .update(communications)
    .set({
      ...content,
      nextAt,
      settledAt,
      remindAt: open ? nextReminder(calendar, nextAt, ctx.now) : null,
      updatedAt: ctx.now,
      correctedAt: ctx.now,
      version: sql`${communications.version} + 1`,
    })
    .where(and(eq(communications.id, record.id), eq(communications.version, record.version)))
    .returning({ id: communications.id })
  if (!row) return refuse("conflict")
  await keepStanding(ctx, client.id)
  await settleNeeds(ctx, [client.id], [record.ownerId])
  emit(ctx, {
    type: "client.communication_edited",
    recordId: client.id,
    data: {
      communicationId: record.id,
      ...(content.ownerId !== record.ownerId && { ownerId: content.ownerId }),
    },
  })
  return row.id
}
