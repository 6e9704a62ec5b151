import { and, eq, gte, inArray, isNotNull, isNull, lt, ne, type SQL, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { meetingPeople, meetingResolutions, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"

/** So many of so many; `of` is 0 where there is nothing to measure. */
export interface Share {
  kept: number
  of: number
}

/** What meetings took and whether their rules were kept. */
export interface Figures {
  /** Held by hosts of the department. */
  meetings: number
  /** Hours that its people sat in meetings, whoever held them: two in one hour are two hours. */
  hours: number
  /** Of those that were booked: published a day ahead (G3.1). */
  notice: Share
  /** Those that ran longer than planned, and their minutes over. */
  overrun: { meetings: number; minutes: number }
  /** Minutes that were out within 2 hours of the end (G3.2); those not due yet don't count. */
  minutes: Share
  /** Resolutions due in the period whose task was done in time, by the owner's department. */
  resolutions: Share
}

const hour = 3_600_000
const most = 10_000

/**
 * Figures of all meetings that began in a period, by department. They are of the whole company
 * unless `within` narrows them: who shows them asks first who looks (`visibleTo`).
 * @param span instants; `until` isn't in it
 * @param within a condition on the table `meetings`
 * @returns by the departments' ids; departments without any have no entry
 */
export async function meetingFigures(
  { from, until }: { from: Date; until: Date },
  now: Date,
  within?: SQL,
): Promise<ReadonlyMap<number, Figures>> {
  const book = new Map<number, Figures>()
  const held = await heldIn(from, until, within)
  for (const meeting of held) count(figuresIn(book, meeting.departmentId), meeting, now)
  const lasted = new Map(
    held.map(({ id, startedAt, endedAt }) => [id, lengthOf(startedAt, endedAt)]),
  )
  for (const { meetingId, departmentId, there } of await attendedIn([...lasted.keys()]))
    figuresIn(book, departmentId).hours += (Number(there) * (lasted.get(meetingId) ?? 0)) / hour
  for (const row of await dueIn(from, until, within)) {
    if (row.state !== "done" && (row.dueAt === null || row.dueAt > now)) continue
    const { resolutions } = figuresIn(book, row.departmentId)
    resolutions.of += 1
    if (row.doneAt && row.dueAt && row.doneAt <= row.dueAt) resolutions.kept += 1
  }
  return book
}

function figuresIn(book: Map<number, Figures>, departmentId: number): Figures {
  const known = book.get(departmentId)
  if (known) return known
  const fresh = {
    ...{ meetings: 0, hours: 0, notice: { kept: 0, of: 0 }, overrun: { meetings: 0, minutes: 0 } },
    ...{ minutes: { kept: 0, of: 0 }, resolutions: { kept: 0, of: 0 } },
  }
  book.set(departmentId, fresh)
  return fresh
}

type Held = Awaited<ReturnType<typeof heldIn>>[number]

function count(figures: Figures, meeting: Held, now: Date): void {
  figures.meetings += 1
  if (meeting.kind === "scheduled" && meeting.noticeKept !== null) {
    figures.notice.of += 1
    if (meeting.noticeKept) figures.notice.kept += 1
  }
  const over = Math.floor(lengthOf(meeting.endAt, meeting.endedAt) / 60_000)
  if (over > 0) {
    figures.overrun.meetings += 1
    figures.overrun.minutes += over
  }
  const { minutesDueAt: due, minutesPublishedAt: out } = meeting
  if (!due || (!out && due > now)) return
  figures.minutes.of += 1
  if (out && out <= due) figures.minutes.kept += 1
}

const lengthOf = (from: Date | null, to: Date | null): number =>
  from && to ? Math.max(0, +to - +from) : 0

const heldIn = (from: Date, until: Date, within?: SQL) =>
  db()
    .select({
      id: meetings.id,
      kind: meetings.kind,
      departmentId: people.departmentId,
      startedAt: meetings.startedAt,
      endedAt: meetings.endedAt,
      endAt: meetings.endAt,
      noticeKept: meetings.noticeKept,
      minutesDueAt: meetings.minutesDueAt,
      minutesPublishedAt: meetings.minutesPublishedAt,
    })
    .from(meetings)
    .innerJoin(people, eq(people.id, meetings.hostId))
    .where(
      and(
        gte(meetings.startAt, from),
        lt(meetings.startAt, until),
        eq(meetings.state, "ended"),
        isNotNull(meetings.startedAt),
        within,
      ),
    )
    .limit(most)

const attendedIn = (ids: readonly number[]) =>
  db()
    .select({
      meetingId: meetingPeople.meetingId,
      departmentId: people.departmentId,
      there: sql<number>`count(*)`,
    })
    .from(meetingPeople)
    .innerJoin(people, eq(people.id, meetingPeople.personId))
    .where(
      and(inArray(meetingPeople.meetingId, idsIn(ids)), ne(meetingPeople.attendance, "absent")),
    )
    .groupBy(meetingPeople.meetingId, people.departmentId)

const dueIn = (from: Date, until: Date, within?: SQL) =>
  db()
    .select({
      departmentId: people.departmentId,
      state: tasks.state,
      dueAt: tasks.dueAt,
      doneAt: tasks.doneAt,
    })
    .from(meetingResolutions)
    .innerJoin(meetings, eq(meetings.id, meetingResolutions.meetingId))
    .innerJoin(tasks, eq(tasks.id, meetingResolutions.taskId))
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(
      and(
        isNull(meetingResolutions.removedAt),
        gte(tasks.dueAt, from),
        lt(tasks.dueAt, until),
        within,
      ),
    )
    .limit(most)
