import { and, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { leaves, people } from "@/db/schema/people"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { addDays } from "@/lib/calendar/zones"
import { actorId } from "@/lib/platform/actor"
import { busyTopic } from "@/lib/platform/calendar-source"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { companyToday, type Leave, leavesOf } from "./leave"
import { covered, type Days, daysOf, longestLeave, workingDaysOf } from "./leave-days"

export interface NewLeave extends Days {
  deputyId: number | null
  note: string
}

/**
 * What some days away mean: the working days in them, the leave that is there already, and whether
 * the deputy is away then too.
 */
export async function outlook(
  db: Db,
  personId: number,
  { firstDay, lastDay, deputyId }: Omit<NewLeave, "note">,
) {
  const days = { firstDay, lastDay }
  const calendar = await companyCalendar()
  const others = deputyId === null ? [] : await leavesOf(db, deputyId, firstDay, lastDay)
  const working = workingDaysOf(calendar, days)
  return {
    workingDays: working.length,
    there: (await leavesOf(db, personId, firstDay, lastDay)).at(0) ?? null,
    deputyAway: covered(working.length > 0 ? working : daysOf(days), others),
  }
}

/**
 * Writes somebody's leave down.
 * @throws Refusal when the days are over or the wrong way round, overlap other leave, or the
 *   deputy is the person, somebody who left, or away all that time
 */
export async function takeLeave(ctx: Ctx, personId: number, leave: NewLeave): Promise<number> {
  const { firstDay, lastDay, deputyId } = leave
  await requireDays(ctx, leave)
  await requirePerson(ctx, personId)
  const { there, deputyAway } = await outlook(ctx.tx, personId, leave)
  if (there)
    refuse("invalid", {
      fields: { firstDay: "people.leave.overlaps" },
      values: { first: there.firstDay, last: there.lastDay },
    })
  if (deputyId === personId) refuse("invalid", { fields: { deputy: "people.leave.ownDeputy" } })
  if (deputyAway === "whole") refuse("invalid", { fields: { deputy: "people.leave.deputyAway" } })
  const [row] = await ctx.tx
    .insert(leaves)
    .values({ ...leave, personId, createdById: actorId(ctx.actor) ?? personId, createdAt: ctx.now })
    .returning({ id: leaves.id })
  const leaveId = row?.id ?? refuse("conflict")
  emit(ctx, {
    type: "person.leave_taken",
    recordId: personId,
    topics: [busyTopic(personId)],
    data: { leaveId, firstDay, lastDay, deputyId },
  })
  return leaveId
}

async function requireDays(ctx: Ctx, { firstDay, lastDay }: Days): Promise<void> {
  const wrong = (field: "firstDay" | "lastDay", sentence: string) =>
    refuse("invalid", { fields: { [field]: `people.leave.${sentence}` } })
  if (lastDay < firstDay) wrong("lastDay", "turned")
  if (lastDay > addDays(firstDay, longestLeave - 1)) wrong("lastDay", "tooLong")
  if (lastDay < (await companyToday(ctx.now))) wrong("lastDay", "over")
}

async function requirePerson(ctx: Ctx, personId: number): Promise<void> {
  const [row] = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)))
  if (!row) refuse("not_found")
}

/**
 * Calls leave off that hasn't begun, or ends one that has: yesterday was its last day.
 * @throws Refusal when it was over already
 */
export async function endLeave(ctx: Ctx, leave: Leave): Promise<void> {
  const today = await companyToday(ctx.now)
  if (leave.endedAt || leave.lastDay < today) refuse("conflict")
  const begun = leave.firstDay < today
  const [row] = await ctx.tx
    .update(leaves)
    .set({
      ...(begun ? { lastDay: addDays(today, -1) } : { endedAt: ctx.now }),
      version: leave.version + 1,
    })
    .where(and(eq(leaves.id, leave.id), eq(leaves.version, leave.version)))
    .returning({ id: leaves.id })
  if (!row) refuse("conflict")
  emit(ctx, {
    type: begun ? "person.leave_ended" : "person.leave_cancelled",
    recordId: leave.personId,
    topics: [busyTopic(leave.personId)],
    data: {
      leaveId: leave.id,
      firstDay: leave.firstDay,
      lastDay: leave.lastDay,
      deputyId: leave.deputyId,
    },
  })
}
