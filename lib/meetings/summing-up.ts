import { and, asc, eq, gt, inArray, isNull, lt, ne, sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { meetingResolutions, meetings, resolutionSummaries } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { counters } from "@/db/schema/platform"
import { tasks } from "@/db/schema/tasks"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { isWorkingDay, nextWorkingDay } from "@/lib/calendar/work-time"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { writeAsSystem } from "@/lib/platform/write"
import { mondayOf } from "./weeks"

/** Hosts of one transaction. */
const batch = 50

/** Behind a holiday no longer than this a week's summary is still sent. */
const weeksBack = 3

/**
 * 决议周报 to every host with open resolutions: on Monday at nine, or on the first working day after
 * it (decision 10), of the week before. Running it again sends nothing twice, and what is resolved
 * after that moment waits for the next one.
 */
export async function sumUp(now = new Date()): Promise<void> {
  const calendar = await companyCalendar()
  const monday = mondayOf(dayIn(calendar.timeZone, now))
  for (let back = weeksBack; back >= 0; back--) {
    const of = addDays(monday, -7 * back)
    const day = isWorkingDay(calendar, of) ? of : nextWorkingDay(calendar, of)
    const at = instantOf(calendar.timeZone, day, "09:00")
    if (mondayOf(day) === monday && now >= at) await sumUpOnce(addDays(of, -7), at, now)
  }
}

/** A week that everybody has heard of isn't reckoned again. */
async function sumUpOnce(week: string, at: Date, now: Date): Promise<void> {
  const name = `resolutions.week.${week}`
  if ((await db().$count(counters, eq(counters.name, name))) > 0) return
  for (let after = 0; ; ) {
    const hosts = await hostsAfter(after, at, now)
    const last = hosts.at(-1)
    if (!last) break
    const fresh = await notSent(week, hosts)
    if (fresh.length > 0)
      await writeAsSystem("meetings.weekly", (ctx) => send(ctx, week, fresh), {
        now,
        lock: "meetings.weekly",
      })
    after = last.personId
  }
  await engine().write(({ db: tx }) =>
    tx.insert(counters).values({ name, value: 1 }).onConflictDoNothing(),
  )
}

interface Host {
  personId: number
  open: number
  overdue: number
}

/** Those with open resolutions that were made before a moment. */
const hostsAfter = async (after: number, made: Date, now: Date): Promise<Host[]> => {
  const at = tasks.dueAt.mapToDriverValue(now)
  const rows = await db()
    .select({
      personId: meetings.hostId,
      open: sql<number>`count(*)`,
      overdue: sql<number>`sum(case when ${tasks.dueAt} < ${at} then 1 else 0 end)`,
    })
    .from(meetingResolutions)
    .innerJoin(meetings, eq(meetings.id, meetingResolutions.meetingId))
    .innerJoin(tasks, eq(tasks.id, meetingResolutions.taskId))
    .innerJoin(people, and(eq(people.id, meetings.hostId), isNull(people.disabledAt)))
    .where(
      and(
        gt(meetings.hostId, after),
        ne(tasks.state, "done"),
        lt(tasks.createdAt, made),
        isNull(meetingResolutions.removedAt),
      ),
    )
    .groupBy(meetings.hostId)
    .orderBy(asc(meetings.hostId))
    .limit(batch)
  return rows.map(({ personId, open, overdue }) => ({
    ...{ personId, open: Number(open), overdue: Number(overdue) },
  }))
}

async function notSent(week: string, hosts: readonly Host[]): Promise<Host[]> {
  const ids = hosts.map(({ personId }) => personId)
  const sent = await db()
    .select({ personId: resolutionSummaries.personId })
    .from(resolutionSummaries)
    .where(and(eq(resolutionSummaries.week, week), inArray(resolutionSummaries.personId, ids)))
  const had = new Set(sent.map(({ personId }) => personId))
  return hosts.filter(({ personId }) => !had.has(personId))
}

async function send(ctx: Ctx, week: string, hosts: readonly Host[]): Promise<void> {
  const rows = await ctx.tx
    .insert(resolutionSummaries)
    .values(hosts.map((host) => ({ ...host, week, at: ctx.now })))
    .onConflictDoNothing()
    .returning()
  for (const { id, open, overdue } of rows)
    emit(ctx, { type: "summary.sent", recordId: id, data: { open, overdue, week } })
}
