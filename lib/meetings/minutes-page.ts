import { and, desc, eq, inArray } from "drizzle-orm"
import { cache } from "react"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { meetingResolutions, meetings, minutesVersions } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { visibleTo as visibleTask } from "@/lib/tasks/policy"
import type { Meeting } from "./meeting"
import { type MinutesContent, minutesContent, resolutionsIn } from "./minutes-content"
import { readersOf } from "./minutes-reading"
import { objectionsFor } from "./objections"
import { visibleTo } from "./policy"

const mostVersions = 50

/**
 * Published minutes of a meeting that the actor sees: one version, the last unless another is
 * asked for, with the state that each resolution's task has now.
 */
export const minutesPage = cache(async (actor: PersonActor, meeting: Meeting, number?: number) => {
  const meetingId = meeting.id
  const versions = await db()
    .select({
      number: minutesVersions.number,
      note: minutesVersions.note,
      at: minutesVersions.at,
      content: minutesVersions.content,
      by: people.name,
    })
    .from(minutesVersions)
    .innerJoin(people, eq(people.id, minutesVersions.personId))
    .where(eq(minutesVersions.meetingId, meetingId))
    .orderBy(desc(minutesVersions.number))
    .limit(mostVersions)
  const shown = versions.find((each) => each.number === number) ?? versions[0]
  if (!shown) return null
  const content = minutesContent.parse(shown.content)
  const before = beforeIn(versions, shown.number)
  return {
    ...{ content, shown, before },
    versions: versions.map(({ content: _, ...version }) => version),
    changed: before ? changedSince(before.content, content) : new Set<string>(),
    states: await taskStates(
      actor,
      resolutionsIn(content).map(({ id }) => id),
    ),
    readers: await readersOf(db(), meetingId),
    objections: await objectionsFor(actor, meeting, new Date()),
  }
})

export type MinutesPage = NonNullable<Awaited<ReturnType<typeof minutesPage>>>

function beforeIn(versions: readonly { number: number; content: unknown }[], number: number) {
  const before = versions.find((each) => each.number === number - 1)
  return before ? { number: before.number, content: minutesContent.parse(before.content) } : null
}

/** The rows that a version has otherwise than the one before: `point-7`, `resolution-3`. */
function changedSince(before: MinutesContent, after: MinutesContent): Set<string> {
  const rowsOf = ({ topics }: MinutesContent) =>
    topics.flatMap(({ points, resolutions }) => [
      ...points.map((row) => [`point-${row.id}`, JSON.stringify(row)] as const),
      ...resolutions.map(
        ({ number: _, ...row }) => [`resolution-${row.id}`, JSON.stringify(row)] as const,
      ),
    ])
  const known = new Map(rowsOf(before))
  return new Set(rowsOf(after).flatMap(([key, text]) => (known.get(key) === text ? [] : [key])))
}

/** How the tasks of resolutions stand, as far as they are the actor's to see. */
async function taskStates(actor: PersonActor, ids: readonly number[]) {
  const rows = await db()
    .select({
      id: meetingResolutions.id,
      taskId: tasks.id,
      state: tasks.state,
      progress: tasks.progress,
      dueAt: tasks.dueAt,
    })
    .from(meetingResolutions)
    .innerJoin(tasks, eq(tasks.id, meetingResolutions.taskId))
    .where(and(inArray(meetingResolutions.id, idsIn(ids)), visibleTask(actor)))
  return new Map(rows.map(({ id, ...task }) => [id, task]))
}

/** The meeting whose minutes have a number, if it is the actor's to see. */
export async function meetingOfNumber(actor: PersonActor, number: number): Promise<number | null> {
  if (!Number.isSafeInteger(number) || number === 0) return null
  const [row] = await db()
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.minutesNumber, number), visibleTo(actor)))
  return row?.id ?? null
}
