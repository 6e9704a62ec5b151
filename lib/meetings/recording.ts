import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { meetingRecordings } from "@/db/schema/meetings/record"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"
import { halfUpload } from "@/lib/platform/files/uploads"
import { marksOf } from "./marks"
import type { Meeting } from "./meeting"
import { canRecord } from "./policy"

const columns = {
  fileId: meetingRecordings.fileId,
  startedAt: meetingRecordings.startedAt,
  at: meetingRecordings.at,
  name: files.name,
  type: files.type,
  size: files.size,
}

export async function recordingOf(on: Db, meetingId: number) {
  const [row] = await on
    .select(columns)
    .from(meetingRecordings)
    .innerJoin(files, eq(files.id, meetingRecordings.fileId))
    .where(eq(meetingRecordings.meetingId, meetingId))
  return row ?? null
}

export const purposeOf = (meetingId: number): string => `meeting:${meetingId}`

/**
 * 会议回看 as a page shows it: the file, when each topic came up in it, and for whoever may record
 * what they left off half way.
 */
export async function recordingFor(actor: PersonActor, meeting: Meeting) {
  if (meeting.state !== "ended") return null
  const file = await recordingOf(db(), meeting.id)
  const may = canRecord(actor, meeting)
  if (!file && !may) return null
  return {
    file,
    marks: file ? await marksOf(meeting, file.startedAt) : [],
    half: may ? await halfUpload(actor, purposeOf(meeting.id)) : null,
    may,
  }
}

export type RecordingOnPage = NonNullable<Awaited<ReturnType<typeof recordingFor>>>
