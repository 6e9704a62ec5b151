import { and, asc, desc, eq, isNull, lt, ne, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetingResolutions, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { visibleTo as visibleTask } from "@/lib/tasks/policy"
import type { MeetingRow } from "./meeting"

const most = 50

/**
 * What a meeting begins with: how the resolutions of the one before stand, and what is still open
 * of those before that. Each is its task, as it is now.
 */
export async function carriedOver(
  actor: PersonActor,
  { seriesId, startAt }: Pick<MeetingRow, "seriesId" | "startAt">,
) {
  if (seriesId === null) return []
  const last = await lastHeld(seriesId, startAt)
  return db()
    .select({
      id: meetingResolutions.id,
      text: meetingResolutions.text,
      taskId: tasks.id,
      state: tasks.state,
      progress: tasks.progress,
      dueAt: tasks.dueAt,
      owner: { id: people.id, name: people.name, face: people.faceFileId },
    })
    .from(meetingResolutions)
    .innerJoin(meetings, eq(meetings.id, meetingResolutions.meetingId))
    .innerJoin(tasks, eq(tasks.id, meetingResolutions.taskId))
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(
      and(
        eq(meetings.seriesId, seriesId),
        lt(meetings.startAt, startAt),
        isNull(meetingResolutions.removedAt),
        last === null
          ? ne(tasks.state, "done")
          : or(ne(tasks.state, "done"), eq(meetings.id, last)),
        visibleTask(actor),
      ),
    )
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(most)
}

/** The last of a series that was held before a moment: what was called off has no resolutions. */
async function lastHeld(seriesId: number, before: Date): Promise<number | null> {
  const [row] = await db()
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.seriesId, seriesId),
        eq(meetings.state, "ended"),
        lt(meetings.startAt, before),
      ),
    )
    .orderBy(desc(meetings.startAt), desc(meetings.id))
    .limit(1)
  return row?.id ?? null
}
