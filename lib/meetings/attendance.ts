import { meetingPeople } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting, Participant } from "./meeting"
import { onePerson } from "./people"
import { requireState } from "./states"

/**
 * Who is there, came late, or is absent and why.
 * @throws Refusal for somebody who isn't invited, or before the meeting has begun
 */
export async function markAttendance(
  ctx: Ctx,
  meeting: Meeting,
  personId: number,
  attendance: NonNullable<Participant["attendance"]>,
  reason = "",
): Promise<void> {
  requireState(meeting, "live", "ended")
  if (meeting.minutesVersion > 0) refuse("conflict", { sentence: "meetings.error.minutesOut" })
  const here = attendance !== "absent"
  const before = meeting.people.find((each) => each.personId === personId)
  if (before?.attendance === attendance && before.absentReason === (here ? "" : reason)) return
  const [row] = await ctx.tx
    .update(meetingPeople)
    .set({ attendance, arrivedAt: here ? ctx.now : null, absentReason: here ? "" : reason })
    .where(onePerson(meeting.id, personId))
    .returning({ personId: meetingPeople.personId })
  if (!row) refuse("not_found")
  emit(ctx, { type: "meeting.attended", recordId: meeting.id, data: { personId, attendance } })
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
