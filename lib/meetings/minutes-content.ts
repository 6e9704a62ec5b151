import { desc, eq } from "drizzle-orm"
import { z } from "zod"
import type { Db } from "@/db/database"
import { minutesVersions } from "@/db/schema/meetings"
import { namesOf } from "@/lib/people/finding"
import type { Meeting } from "./meeting"
import { attendanceIn, partaker, speakerIn } from "./partakers"
import { type Point, pointsOf } from "./points"
import { type Resolution, resolutionsOf } from "./resolutions"

const named = z.object({ id: z.number(), name: z.string() })
const resolution = z.object({
  id: z.number(),
  /** `2-1`: the first one of topic 2. */
  number: z.string(),
  text: z.string(),
  owner: named.nullable(),
  dueAt: z.coerce.date().nullable(),
})
const topic = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  minutes: z.number(),
  /** Seconds. */
  spent: z.number(),
  points: z.array(z.object({ id: z.number(), speaker: partaker.nullable(), text: z.string() })),
  resolutions: z.array(resolution),
})

/** Minutes as they are at a moment: what a version keeps whole. */
export const minutesContent = z.object({
  title: z.string(),
  startAt: z.coerce.date(),
  endAt: z.coerce.date(),
  place: z.string(),
  host: named,
  noteTaker: named,
  present: z.array(partaker.extend({ late: z.boolean() })),
  absent: z.array(partaker.extend({ reason: z.string() })),
  topics: z.array(topic),
  remark: z.string().default(""),
})
export type MinutesContent = z.output<typeof minutesContent>
export type ResolutionIn = z.output<typeof resolution>

/** A row that says nothing is none, unless it is a task already: then it says what it is, or is struck out. */
const counts = ({ text, ownerId, dueAt, taskId, withdrawn }: Resolution): boolean =>
  !withdrawn && (taskId !== null || text !== "" || ownerId !== null || dueAt !== null)

/** The minutes as they are written now; what is empty or struck out is left out. */
export async function contentNow(db: Db, meeting: Meeting): Promise<MinutesContent> {
  const points = await pointsOf(db, meeting.id)
  const resolutions = (await resolutionsOf(db, meeting.id)).filter(counts)
  const name = await namer(db, meeting, points, resolutions)
  return {
    title: meeting.title,
    startAt: meeting.startedAt ?? meeting.startAt,
    endAt: meeting.endedAt ?? meeting.endAt,
    place: [meeting.place, meeting.online].filter(Boolean).join(" "),
    remark: meeting.remark,
    host: name(meeting.hostId),
    noteTaker: name(meeting.noteTakerId),
    ...attendanceIn(meeting, name),
    topics: numbered(meeting.topics).map(({ topic, number }) => ({
      ...{ id: topic.id, number, title: topic.title },
      ...{ minutes: topic.minutes, spent: topic.spent },
      points: points
        .filter(({ topicId, text }) => topicId === topic.id && text !== "")
        .map(({ id, text, ...said }) => ({ id, text, speaker: speakerIn(meeting, name, said) })),
      resolutions: resolutions
        .filter(({ topicId }) => topicId === topic.id)
        .map(({ id, text, ownerId, dueAt }, at) => ({
          ...{ id, text, dueAt, number: `${number}-${at + 1}` },
          owner: ownerId === null ? null : name(ownerId),
        })),
    })),
  }
}

/** Topic 0 is the one that was carried over; the others begin with 1. */
export function numbered<T extends { carried: boolean }>(
  topics: readonly T[],
): { topic: T; number: number }[] {
  const first = topics[0]?.carried ? 0 : 1
  return topics.map((topic, at) => ({ topic, number: first + at }))
}

async function namer(
  db: Db,
  meeting: Meeting,
  points: readonly Point[],
  resolutions: readonly Resolution[],
) {
  const names = await namesOf(db, [
    ...[meeting.hostId, meeting.noteTakerId],
    ...meeting.people.map(({ personId }) => personId),
    ...points.flatMap(({ personId }) => personId ?? []),
    ...resolutions.flatMap(({ ownerId }) => ownerId ?? []),
  ])
  return (id: number) => ({ id, name: names.get(id) ?? "" })
}

/** The published version that stands. */
export async function lastVersion(db: Db, meetingId: number) {
  const [row] = await db
    .select()
    .from(minutesVersions)
    .where(eq(minutesVersions.meetingId, meetingId))
    .orderBy(desc(minutesVersions.number))
    .limit(1)
  return row ? { ...row, content: minutesContent.parse(row.content) } : null
}

export const resolutionsIn = (content: MinutesContent | undefined): ResolutionIn[] =>
  content?.topics.flatMap(({ resolutions }) => resolutions) ?? []
