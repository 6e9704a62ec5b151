import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { requireCleared } from "@/lib/tasks/labels"
import type { Meeting } from "./meeting"
import { setPeople } from "./people"
import { settle } from "./settling"
import { requireState } from "./states"
import { storeMeeting } from "./storing"

/**
 * Hands note-taking over, also while the meeting runs and as long as its minutes aren't out.
 * Whoever takes over comes into the meeting.
 */
export async function handNotesOver(
  ctx: Ctx & { actor: PersonActor },
  meeting: Meeting,
  noteTakerId: number,
): Promise<void> {
  requireState(meeting, "published", "live", "ended")
  if (meeting.minutesVersion > 0) refuse("conflict", { sentence: "meetings.error.minutesOut" })
  if (noteTakerId === meeting.noteTakerId) return
  await requireCleared(ctx, meeting.sensitivityId, [noteTakerId])
  await storeMeeting(ctx, meeting, { noteTakerId })
  const wanted = [...meeting.people.map(({ personId }) => personId), noteTakerId]
  await setPeople(ctx, meeting.id, meeting.people, [...new Set(wanted)])
  if (meeting.noteTakerId !== meeting.hostId) await settle(ctx, meeting.id, [meeting.noteTakerId])
  emit(ctx, {
    type: "meeting.notes_handed",
    recordId: meeting.id,
    data: { personId: noteTakerId, before: meeting.noteTakerId },
  })
}
