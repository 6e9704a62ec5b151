import { and, eq, isNull } from "drizzle-orm"
import { meetingPeople } from "@/db/schema/meetings"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting, Participant } from "./meeting"
import { onePerson } from "./people"
import { requireState } from "./states"
import { noteChanged } from "./writing-minutes"

type How = NonNullable<Participant["attendance"]>

/**
 * Who is there, came late, or is absent and why. Once the minutes are out it is a correction of
 * them, which their next version brings.
 * @throws Refusal for somebody who isn't invited, or before the meeting has begun
 */
export async function markAttendance(
  ctx: Ctx,
  meeting: Meeting,
  personId: number,
  attendance: How,
  reason = "",
): Promise<void> {
  requireState(meeting, "live", "ended")
  const before = meeting.people.find((each) => each.personId === personId) ?? refuse("not_found")
  const after = attended(ctx, meeting, before, attendance, reason)
  if (!after) return
  await ctx.tx.update(meetingPeople).set(after).where(onePerson(meeting.id, personId))
  await noteChanged(ctx, meeting)
  emit(ctx, { type: "meeting.attended", recordId: meeting.id, data: { personId, attendance } })
}

/** The same of somebody of another company, who can't say it themselves. */
export async function markOutsider(
  ctx: Ctx,
  meeting: Meeting,
  outsiderId: number,
  attendance: How,
  reason = "",
): Promise<void> {
  requireState(meeting, "live", "ended")
  const before = meeting.outsiders.find(({ id }) => id === outsiderId) ?? refuse("not_found")
  const after = attended(ctx, meeting, before, attendance, reason)
  if (!after) return
  await ctx.tx.update(meetingOutsiders).set(after).where(eq(meetingOutsiders.id, outsiderId))
  await noteChanged(ctx, meeting)
  emit(ctx, { type: "meeting.attended", recordId: meeting.id, data: { outsiderId, attendance } })
}

/** @returns null when it says what stands there already */
function attended(
  { now }: Ctx,
  { state }: Meeting,
  before: Pick<Participant, "attendance" | "absentReason" | "arrivedAt">,
  attendance: How,
  reason: string,
) {
  const here = attendance !== "absent"
  const absentReason = here ? "" : reason
  if (before.attendance === attendance && before.absentReason === absentReason) return null
  // Put right afterwards, it isn't known when they came.
  const arrivedAt = here ? (state === "live" ? now : before.arrivedAt) : null
  return { attendance, absentReason, arrivedAt }
}

/**
 * 我到了: everybody says it of themselves, once, while it takes place. What was marked of them, and
 * who was there once it is over, is for those who lead it.
 */
export async function sayHere(
  ctx: Ctx & { actor: PersonActor },
  meeting: Meeting,
  attendance: "present" | "late",
): Promise<void> {
  requireState(meeting, "live")
  const own = meeting.people.find(({ personId }) => personId === ctx.actor.personId)
  if (own?.attendance === "present" || own?.attendance === "late") return
  await markAttendance(ctx, meeting, ctx.actor.personId, attendance)
}

/** It is over: whoever wasn't marked, was absent. */
export async function missed(ctx: Ctx, { id }: Meeting): Promise<void> {
  const absent = { attendance: "absent" } as const
  await ctx.tx
    .update(meetingPeople)
    .set(absent)
    .where(and(eq(meetingPeople.meetingId, id), isNull(meetingPeople.attendance)))
  await ctx.tx
    .update(meetingOutsiders)
    .set(absent)
    .where(and(eq(meetingOutsiders.meetingId, id), isNull(meetingOutsiders.attendance)))
}
