import { eq } from "drizzle-orm"
import { meetingRecordings } from "@/db/schema/meetings/record"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { attachFiles, dropFile } from "@/lib/platform/files/attaching"
import { playable } from "@/lib/platform/files/file-types"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting } from "./meeting"
import { recordingOf } from "./recording"
import { requireState } from "./states"

type Own = Ctx & { actor: PersonActor }

/**
 * Keeps a file that the actor sent as the meeting's recording, in place of the one before. Whoever
 * sees the minutes hears it; the absent are told.
 * @throws Refusal when no browser plays it, or the meeting hasn't ended
 */
export async function keepRecording(ctx: Own, meeting: Meeting, fileId: number): Promise<void> {
  requireState(meeting, "ended")
  const [file] = await ctx.tx.select({ type: files.type }).from(files).where(eq(files.id, fileId))
  if (!file) return refuse("not_found")
  if (!playable.has(file.type)) refuse("invalid", { sentence: "meetings.error.unplayable" })
  const before = await recordingOf(ctx.tx, meeting.id)
  if (before) await drop(ctx, meeting, before.fileId)
  await attachFiles(ctx, "meeting", meeting.id, [fileId])
  await ctx.tx.insert(meetingRecordings).values({
    ...{ meetingId: meeting.id, fileId, personId: ctx.actor.personId, at: ctx.now },
    startedAt: before?.startedAt ?? meeting.startedAt ?? meeting.startAt,
  })
  emit(ctx, {
    type: "meeting.recording_added",
    recordId: meeting.id,
    data: { fileId, replaced: before !== null },
  })
}

async function drop(ctx: Own, meeting: Meeting, fileId: number): Promise<void> {
  await ctx.tx.delete(meetingRecordings).where(eq(meetingRecordings.meetingId, meeting.id))
  await dropFile(ctx, "meeting", meeting.id, fileId)
}

/** @throws Refusal not_found when there is none */
export async function removeRecording(ctx: Own, meeting: Meeting): Promise<void> {
  const { fileId } = (await recordingOf(ctx.tx, meeting.id)) ?? refuse("not_found")
  await drop(ctx, meeting, fileId)
  emit(ctx, { type: "meeting.recording_removed", recordId: meeting.id })
}

/** When it was switched on: the topics are found by that. */
export async function setRecordingStart(ctx: Own, meeting: Meeting, at: Date): Promise<void> {
  const { startedAt } = (await recordingOf(ctx.tx, meeting.id)) ?? refuse("not_found")
  const [day, end] = [24 * 3_600_000, meeting.endedAt ?? meeting.endAt]
  if (at > end || +at < +(meeting.startedAt ?? meeting.startAt) - day)
    refuse("invalid", { fields: { start: "meetings.error.recordedThen" } })
  if (+startedAt === +at) return
  await ctx.tx
    .update(meetingRecordings)
    .set({ startedAt: at })
    .where(eq(meetingRecordings.meetingId, meeting.id))
  emit(ctx, { type: "meeting.recording_set", recordId: meeting.id })
}
