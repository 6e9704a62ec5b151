import { and, eq } from "drizzle-orm"
import { meetingMaterialReads, meetingMaterials } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { attachFiles, dropFile } from "@/lib/platform/files/attaching"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting } from "./meeting"
import { requireState } from "./states"

type Own = Ctx & { actor: PersonActor }

/** Hangs a file that the actor sent on a topic, which is 复杂 from then on. */
export async function addMaterial(ctx: Own, meeting: Meeting, topicId: number, fileId: number) {
  requireState(meeting, "draft", "published", "live")
  if (!meeting.topics.some(({ id }) => id === topicId)) refuse("not_found")
  await attachFiles(ctx, "meeting", meeting.id, [fileId])
  await ctx.tx.insert(meetingMaterials).values({ fileId, meetingId: meeting.id, topicId })
  emit(ctx, { type: "meeting.material_added", recordId: meeting.id, data: { topicId, fileId } })
}

/** A wrong file comes off again. */
export async function removeMaterial(ctx: Own, meeting: Meeting, topicId: number, fileId: number) {
  requireState(meeting, "draft", "published", "live")
  const gone = await ctx.tx
    .delete(meetingMaterials)
    .where(
      and(
        eq(meetingMaterials.fileId, fileId),
        eq(meetingMaterials.meetingId, meeting.id),
        eq(meetingMaterials.topicId, topicId),
      ),
    )
    .returning({ fileId: meetingMaterials.fileId })
  if (gone.length === 0) refuse("not_found")
  await dropFile(ctx, "meeting", meeting.id, fileId)
  emit(ctx, { type: "meeting.material_removed", recordId: meeting.id, data: { topicId, fileId } })
}

/** Somebody opened a material: whoever prepares the meeting sees who has. */
export async function markMaterialRead(ctx: Own, meeting: Meeting, fileId: number): Promise<void> {
  const [found] = await ctx.tx
    .select({ fileId: meetingMaterials.fileId })
    .from(meetingMaterials)
    .where(and(eq(meetingMaterials.fileId, fileId), eq(meetingMaterials.meetingId, meeting.id)))
  if (!found) refuse("not_found")
  await ctx.tx
    .insert(meetingMaterialReads)
    .values({ fileId, personId: ctx.actor.personId, at: ctx.now })
    .onConflictDoNothing()
}
