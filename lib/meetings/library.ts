import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetingResolutions, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import type { LibraryFilter } from "./inputs"
import { visibleTo } from "./policy"
import { visibleAmongAll } from "./visible-among-all"

const pageSize = 50

const columns = {
  id: meetings.id,
  title: meetings.title,
  number: meetings.minutesNumber,
  version: meetings.minutesVersion,
  startAt: meetings.startAt,
  dueAt: meetings.minutesDueAt,
  publishedAt: meetings.minutesPublishedAt,
  noteTaker: { id: people.id, name: people.name, face: people.faceFileId },
}

/** 会议记录库: published minutes, the newest first. */
export async function minutesLibrary(actor: PersonActor, { q, after: text }: LibraryFilter) {
  const after = decodeCursor(text)
  const words = q ? `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null
  const rows = await db()
    .select(columns)
    .from(meetings)
    .innerJoin(people, eq(people.id, meetings.noteTakerId))
    .where(
      and(
        isNotNull(meetings.minutesPublishedAt),
        words
          ? or(
              sql`${meetings.title} like ${words} escape '\\'`,
              sql`${meetings.minutesText} like ${words} escape '\\'`,
            )
          : undefined,
        after ? olderThan(after) : undefined,
        await visibleAmongAll(actor),
      ),
    )
    .orderBy(desc(meetings.minutesPublishedAt), desc(meetings.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const counts = await resolutionCounts(shown.map(({ id }) => id))
  return {
    rows: shown.map((row) => ({ ...row, resolutions: counts.get(row.id) ?? { all: 0, done: 0 } })),
    next: last?.publishedAt ? encodeCursor({ key: +last.publishedAt, id: last.id }) : null,
  }
}

const latest = new Date(8.64e15 / 2).getTime()

function olderThan({ key, id }: { key: number; id: number }): SQL {
  const at = new Date(Math.max(-latest, Math.min(key, latest)))
  const stored = meetings.minutesPublishedAt.mapToDriverValue(at)
  return sql`(${meetings.minutesPublishedAt}, ${meetings.id}) < (${stored}, ${id})`
}

export type LibraryRow = Awaited<ReturnType<typeof minutesLibrary>>["rows"][number]

/** Minutes that are due or late, the most urgent first. */
export const missingMinutes = (actor: PersonActor) =>
  db()
    .select(columns)
    .from(meetings)
    .innerJoin(people, eq(people.id, meetings.noteTakerId))
    .where(and(eq(meetings.state, "ended"), eq(meetings.minutesVersion, 0), visibleTo(actor)))
    .orderBy(meetings.minutesDueAt, meetings.id)
    .limit(pageSize)

async function resolutionCounts(ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { all: number; done: number }>()
  const rows = await db()
    .select({
      id: meetingResolutions.meetingId,
      all: sql<number>`count(*)`,
      done: sql<number>`sum(case when ${tasks.state} = 'done' then 1 else 0 end)`,
    })
    .from(meetingResolutions)
    .innerJoin(tasks, eq(tasks.id, meetingResolutions.taskId))
    .where(
      and(inArray(meetingResolutions.meetingId, [...ids]), isNull(meetingResolutions.removedAt)),
    )
    .groupBy(meetingResolutions.meetingId)
  return new Map(rows.map(({ id, all, done }) => [id, { all: Number(all), done: Number(done) }]))
}

export type MissingRow = Awaited<ReturnType<typeof missingMinutes>>[number]
