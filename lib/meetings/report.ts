import { and, desc, eq, gte, isNull, lt, ne, or } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { db } from "@/db/engine"
import { meetingResolutions, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { taskNudges } from "@/db/schema/tasks/nudges"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { settings } from "@/lib/platform/settings"
import { visibleTo as visibleTask } from "@/lib/tasks/policy"
import { visibleTo } from "./policy"
import { choicesIn, cutter, type ReportCut } from "./report-cut"
import { mondayOf } from "./weeks"

const weeksShown = 8
const most = 2_000

const hosts = alias(people, "hosts")

const columns = {
  id: meetingResolutions.id,
  text: meetingResolutions.text,
  nudges: meetingResolutions.nudges,
  nudgedAt: meetingResolutions.nudgedAt,
  meetingId: meetings.id,
  meetingTitle: meetings.title,
  meetingAt: meetings.startAt,
  seriesId: meetings.seriesId,
  meeting: {
    ...{ hostId: meetings.hostId, creatorId: meetings.creatorId },
    noteTakerId: meetings.noteTakerId,
  },
  /** What the owner answered to the last 催办. */
  nudge: { reason: taskNudges.reason, answeredAt: taskNudges.answeredAt },
  taskId: tasks.id,
  state: tasks.state,
  progress: tasks.progress,
  dueAt: tasks.dueAt,
  doneAt: tasks.doneAt,
  host: { id: hosts.id, name: hosts.name },
  owner: {
    ...{ id: people.id, name: people.name, face: people.faceFileId },
    departmentId: people.departmentId,
  },
}

/**
 * How resolutions stand in a week: those due in it, and those of before that are open still. Each
 * is its task as it is now; what the actor may not see doesn't count.
 * @param monday the week, or the one that `now` lies in
 */
export async function resolutionReport(
  actor: PersonActor,
  monday: string | null,
  now: Date,
  cut: ReportCut = {},
) {
  const { timeZone } = (await settings()).company
  const week = monday ?? mondayOf(dayIn(timeZone, now))
  const begin = (weeks: number) => instantOf(timeZone, addDays(week, weeks * 7), "00:00")
  const [from, until] = [begin(0), begin(1)]
  const org = await organisation(db())
  const seen = await rowsUntil(actor, begin(1 - weeksShown), until)
  const all = seen
    .filter(cutter(org, cut))
    .map((row) => ({ ...row, overdue: isOverdue(row, now), onTime: isOnTime(row) }))
  return {
    ...{ week, from, until, cut, choices: choicesIn(org, seen) },
    rows: all.filter((row) => row.overdue || (row.dueAt !== null && row.dueAt >= from)),
    trend: Array.from({ length: weeksShown }, (_, at) => {
      const nth = at + 1 - weeksShown
      const due = all.filter(
        ({ dueAt }) => dueAt !== null && dueAt >= begin(nth) && dueAt < begin(nth + 1),
      )
      const passed = due.filter((row) => row.state === "done" || row.overdue)
      return {
        monday: addDays(week, nth * 7),
        due: due.length,
        rate: rateOf(passed.filter(({ onTime }) => onTime).length, passed.length),
      }
    }),
  }
}

/** By when they are due. Of more than are shown the oldest are left out. */
async function rowsUntil(actor: PersonActor, since: Date, until: Date) {
  const newest = await db()
    .select(columns)
    .from(meetingResolutions)
    .innerJoin(meetings, eq(meetings.id, meetingResolutions.meetingId))
    .innerJoin(hosts, eq(hosts.id, meetings.hostId))
    .innerJoin(tasks, eq(tasks.id, meetingResolutions.taskId))
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .leftJoin(taskNudges, eq(taskNudges.taskId, tasks.id))
    .where(
      and(
        isNull(meetingResolutions.removedAt),
        lt(tasks.dueAt, until),
        or(gte(tasks.dueAt, since), ne(tasks.state, "done")),
        visibleTo(actor),
        visibleTask(actor),
      ),
    )
    .orderBy(desc(tasks.dueAt), desc(tasks.id))
    .limit(most)
  return newest.toReversed()
}

export type ResolutionReport = Awaited<ReturnType<typeof resolutionReport>>
export type ReportRow = ResolutionReport["rows"][number]

interface Timed {
  state: string
  dueAt: Date | null
  doneAt: Date | null
}

const isOverdue = ({ state, dueAt }: Timed, now: Date): boolean =>
  state !== "done" && dueAt !== null && dueAt < now

const isOnTime = ({ dueAt, doneAt }: Timed): boolean =>
  dueAt !== null && doneAt !== null && doneAt <= dueAt

/** Whole percent; null where there is nothing to measure. */
export const rateOf = (part: number, all: number): number | null =>
  all === 0 ? null : Math.round((part / all) * 100)
