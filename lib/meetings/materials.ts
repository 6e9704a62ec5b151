import { asc, eq, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetingMaterialReads, meetingMaterials } from "@/db/schema/meetings"
import { files } from "@/db/schema/platform"

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
