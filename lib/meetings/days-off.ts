import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { meetingDaysOff } from "@/db/schema/meetings/days-off"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { dayIn } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { writeAsSystem } from "@/lib/platform/write"
import { findMeeting } from "./meeting"

/** The day off that a moment lies on, and what it is called where it has a name; else null. */
export async function dayOffAt(at: Date) {
  const calendar = await companyCalendar()
  const day = dayIn(calendar.timeZone, at)
  if (isWorkingDay(calendar, day)) return null
  return { day, name: calendar.overrides.get(day)?.name ?? null }
}

/** Whoever puts a meeting on a day off knows that it is one. */
export async function noteDayOff(ctx: Ctx, meetingId: number, startAt: Date): Promise<void> {
  const off = await dayOffAt(startAt)
  if (off) await note(ctx, meetingId, off.day)
}

/** @returns whether it is new */
async function note(ctx: Ctx, meetingId: number, day: string): Promise<boolean> {
  const noted = await ctx.tx
    .insert(meetingDaysOff)
    .values({ meetingId, day, at: ctx.now })
    .onConflictDoNothing()
    .returning({ day: meetingDaysOff.day })
  return noted.length > 0
}

/** Read at once, and told of in one transaction. */
const [page, batch] = [500, 25]

/**
 * The work calendar may change under meetings that were announced: their hosts are told, once for
 * each change, and decide. Nothing is moved by itself.
 */
export async function sweepDaysOff(now = new Date()): Promise<void> {
  let after = { startAt: now, id: 0 }
  for (let more = true; more; ) {
    const rows = await comingFrom(after)
    const { told, forgotten } = await compared(rows)
    for (let at = 0; at < told.length; at += batch)
      await writeAsSystem("meetings.days_off", (ctx) => tell(ctx, told.slice(at, at + batch)), {
        now,
      })
    if (forgotten.length > 0)
      await writeAsSystem("meetings.days_off", (ctx) => forget(ctx, forgotten), { now })
    after = rows.at(-1) ?? after
    more = rows.length === page
  }
}

/** Announced meetings in order of time, with the days off that are known of them. */
const comingFrom = ({ startAt, id }: { startAt: Date; id: number }) =>
  db()
    .select({ id: meetings.id, startAt: meetings.startAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.state, "published"),
        sql`(${meetings.startAt}, ${meetings.id}) > (${meetings.startAt.mapToDriverValue(startAt)}, ${id})`,
      ),
    )
    .orderBy(asc(meetings.startAt), asc(meetings.id))
    .limit(page)

async function compared(rows: readonly { id: number; startAt: Date }[]) {
  const calendar = await companyCalendar()
  const known = await knownOf(rows.map(({ id }) => id))
  const isOff = (day: string) => !isWorkingDay(calendar, day)
  const told = rows.flatMap(({ id, startAt }) => {
    const day = dayIn(calendar.timeZone, startAt)
    return isOff(day) && !known.get(id)?.includes(day) ? [id] : []
  })
  const forgotten = [...known].flatMap(([meetingId, days]) =>
    days.flatMap((day) => (isOff(day) ? [] : [{ meetingId, day }])),
  )
  return { told, forgotten }
}

async function knownOf(ids: readonly number[]): Promise<Map<number, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: meetingDaysOff.meetingId, day: meetingDaysOff.day })
    .from(meetingDaysOff)
    .where(inArray(meetingDaysOff.meetingId, [...ids]))
  const grouped = Map.groupBy(rows, ({ id }) => id)
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ day }) => day)]))
}

/** Asked again inside the transaction: it may have been moved, begun or called off meanwhile. */
async function tell(ctx: Ctx, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    const meeting = await findMeeting(ctx.tx, id)
    const off = meeting?.state === "published" ? await dayOffAt(meeting.startAt) : null
    if (off && (await note(ctx, id, off.day)))
      emit(ctx, { type: "meeting.day_off", recordId: id, data: { day: off.day } })
  }
}

/** A working day again: should it be off once more, that is another change. */
async function forget(ctx: Ctx, all: readonly { meetingId: number; day: string }[]): Promise<void> {
  for (const { meetingId, day } of all)
    await ctx.tx
      .delete(meetingDaysOff)
      .where(and(eq(meetingDaysOff.meetingId, meetingId), eq(meetingDaysOff.day, day)))
}
