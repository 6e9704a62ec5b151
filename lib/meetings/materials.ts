import { and, asc, eq, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetingMaterialReads, meetingMaterials } from "@/db/schema/meetings"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { attachFiles } from "@/lib/platform/files/attaching"
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

/** The material of a meeting's topics, with who has read it. */
export async function materialsOf(meetingId: number) {
  const rows = await db()
    .select({
      fileId: meetingMaterials.fileId,
      topicId: meetingMaterials.topicId,
      name: files.name,
    })
    .from(meetingMaterials)
    .innerJoin(files, eq(files.id, meetingMaterials.fileId))
    .where(eq(meetingMaterials.meetingId, meetingId))
    .orderBy(asc(meetingMaterials.fileId))
    .limit(100)
  if (rows.length === 0) return []
  const ids = rows.map(({ fileId }) => fileId)
  const reads = await db()
    .select()
    .from(meetingMaterialReads)
    .where(inArray(meetingMaterialReads.fileId, ids))
  return rows.map((row) => ({
    ...row,
    readBy: reads.flatMap(({ fileId, personId }) => (fileId === row.fileId ? [personId] : [])),
  }))
}

export type Material = Awaited<ReturnType<typeof materialsOf>>[number]
