import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { communications } from "@/db/schema/clients"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Communication, SeenCommunication } from "./communication"
import { morningOf, nextReminder } from "./next-contact"
import { settleNeeds } from "./settling"
import { keepStanding } from "./standing"

const isOpen = ({ nextAt, settledAt }: Communication): boolean =>
  nextAt !== null && settledAt === null

const change = (ctx: Ctx, id: number, set: Partial<Communication>) =>
  ctx.tx
    .update(communications)
    .set({ ...set, updatedAt: ctx.now, version: sql`${communications.version} + 1` })
    .where(
      and(
        eq(communications.id, id),
        isNull(communications.settledAt),
        isNotNull(communications.nextAt),
      ),
    )

/** 已跟进: nothing is owed any more; what was said is written down by a record of its own. */
export async function settleFollowUp(ctx: Ctx, { client, record }: SeenCommunication) {
  if (!isOpen(record)) refuse("conflict", { sentence: "clients.error.settled" })
  await change(ctx, record.id, { settledAt: ctx.now, remindAt: null })
  await keepStanding(ctx, client.id)
  await settleNeeds(ctx, [client.id], [record.ownerId])
  emit(ctx, {
    type: "client.followed_up",
    recordId: client.id,
    data: { communicationId: record.id },
  })
}

/** Another day for the next contact. @param day "YYYY-MM-DD" */
export async function postponeFollowUp(
  ctx: Ctx,
  { client, record }: SeenCommunication,
  day: string,
): Promise<void> {
  if (!isOpen(record)) refuse("conflict", { sentence: "clients.error.settled" })
  const calendar = await companyCalendar()
  const nextAt = morningOf(calendar, day)
  await change(ctx, record.id, { nextAt, remindAt: nextReminder(calendar, nextAt, ctx.now) })
  await keepStanding(ctx, client.id)
  await settleNeeds(ctx, [client.id], [record.ownerId])
  emit(ctx, {
    type: "client.follow_up_moved",
    recordId: client.id,
    data: { communicationId: record.id, nextAt: { before: record.nextAt, after: nextAt } },
  })
}
