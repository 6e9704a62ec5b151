import { and, eq, isNull } from "drizzle-orm"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import { deliveries } from "@/db/schema/notifications"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { findMeeting, type Meeting } from "./meeting"
import type { Outsider } from "./outsiders"
import { askedAhead } from "./steps"

export const outsiderTemplate = "meeting_outsider"
export const answeredTemplate = "meeting_answered"

/** They read what was answered by their link, and correct it if it was somebody else's doing. */
export async function mailAnswer(
  ctx: Ctx,
  { id, email }: Pick<Outsider, "id" | "email">,
  answer: string,
): Promise<void> {
  // Whoever changes their mind back and forth fills nobody's box.
  const hour = ctx.now.toISOString().slice(0, 13)
  await ctx.tx
    .insert(deliveries)
    .values({
      ...{ key: `answered:${id}:${answer}:${hour}`, channel: "email", address: email },
      ...{ template: answeredTemplate, payload: JSON.stringify({ outsiderId: id }) },
      dueAt: ctx.now,
    })
    .onConflictDoNothing()
}

/**
 * Puts what happened to a meeting into the outbox for people of other companies: what they read
 * there — subject, time and place — and that it is off. Who hasn't heard of it is invited.
 */
export async function mailOutsiders(ctx: Ctx, event: NewEvent): Promise<void> {
  const meeting = await findMeeting(ctx.tx, event.recordId)
  if (!meeting || meeting.publishedAt === null) return
  const all = await ctx.tx
    .select()
    .from(meetingOutsiders)
    .where(eq(meetingOutsiders.meetingId, meeting.id))
  for (const outsider of all)
    if (isTold(ctx, meeting, outsider, event)) await mail(ctx, meeting, outsider)
}

function isTold(
  { now }: Ctx,
  meeting: Meeting,
  { mailedAt, removedAt }: Outsider,
  { type, data }: NewEvent,
): boolean {
  if (removedAt !== null) return mailedAt !== null && +removedAt === +now
  if (meeting.state === "cancelled") return mailedAt !== null
  const differs = type !== "meeting.changed" || data?.texts !== undefined
  if (mailedAt !== null) return differs && type !== "meeting.coming"
  // Those of a series that lie further ahead are told of when they come near.
  const near = +meeting.startAt - askedAhead <= +now
  return near || (type !== "meeting.planned" && data?.together !== true)
}

async function mail(ctx: Ctx, meeting: Meeting, { id, email }: Outsider): Promise<void> {
  await ctx.tx
    .insert(deliveries)
    .values({
      ...{ key: `outsider:${id}:${meeting.version}`, channel: "email", address: email },
      ...{ template: outsiderTemplate, payload: JSON.stringify({ outsiderId: id }) },
      dueAt: ctx.now,
    })
    .onConflictDoNothing()
  await ctx.tx
    .update(meetingOutsiders)
    .set({ mailedAt: ctx.now })
    .where(and(eq(meetingOutsiders.id, id), isNull(meetingOutsiders.mailedAt)))
}
