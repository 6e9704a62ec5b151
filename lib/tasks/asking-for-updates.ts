import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { tasks, taskUpdateRequests } from "@/db/schema/tasks"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import { leavesOn } from "@/lib/people/leave-now"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { settings } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { unheard } from "./updating"

/** People of one transaction. */
const batch = 50

/**
 * Asks owners how their tasks stand, once a working day from the company's hour on: everybody one
 * question for all of them. Who is away isn't asked; running it again asks nobody twice.
 */
export async function askForUpdates(now = new Date()): Promise<void> {
  const [calendar, { tasks: figures }] = [await companyCalendar(), await settings()]
  const day = dayIn(calendar.timeZone, now)
  const hour = `${String(figures.updateHour).padStart(2, "0")}:00`
  if (figures.updateHour === 0 || !isWorkingDay(calendar, day)) return
  if (now < instantOf(calendar.timeZone, day, hour)) return
  const since = instantOf(calendar.timeZone, day, "00:00")
  for (let after = 0; ; ) {
    const owners = await ownersAfter(after, since)
    const last = owners.at(-1)
    if (!last) return
    const fresh = await notAsked(day, owners)
    if (fresh.length > 0)
      await writeAsSystem("tasks.updates", (ctx) => ask(ctx, day, fresh), {
        now,
        lock: "tasks.updates",
      })
    after = last.personId
  }
}

interface Owner {
  personId: number
  count: number
}

const ownersAfter = async (after: number, since: Date): Promise<Owner[]> =>
  (
    await db()
      .select({ personId: tasks.ownerId, count: sql<number>`count(*)` })
      .from(tasks)
      .innerJoin(people, and(eq(people.id, tasks.ownerId), isNull(people.disabledAt)))
      .where(and(gt(tasks.ownerId, after), unheard(since)))
      .groupBy(tasks.ownerId)
      .orderBy(asc(tasks.ownerId))
      .limit(batch)
  ).map(({ personId, count }) => ({ personId, count: Number(count) }))

async function notAsked(day: string, owners: readonly Owner[]): Promise<Owner[]> {
  const ids = owners.map(({ personId }) => personId)
  const asked = await db()
    .select({ personId: taskUpdateRequests.personId })
    .from(taskUpdateRequests)
    .where(and(eq(taskUpdateRequests.day, day), inArray(taskUpdateRequests.personId, ids)))
  const away = await leavesOn(db(), ids, day)
  const left = new Set(asked.map(({ personId }) => personId))
  return owners.filter(({ personId }) => !left.has(personId) && !away.has(personId))
}

async function ask(ctx: Ctx, day: string, owners: readonly Owner[]): Promise<void> {
  const asked = await ctx.tx
    .insert(taskUpdateRequests)
    .values(
      owners.map(({ personId, count }) => ({ personId, day, tasks: count, askedAt: ctx.now })),
    )
    .onConflictDoNothing()
    .returning({ id: taskUpdateRequests.id, tasks: taskUpdateRequests.tasks })
  for (const row of asked)
    emit(ctx, { type: "task.update_asked", recordId: row.id, data: { tasks: row.tasks } })
}
