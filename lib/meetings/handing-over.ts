import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { meetingPeople, meetings } from "@/db/schema/meetings"
import { meetingRules } from "@/db/schema/meetings/rules"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Held, Holding } from "@/lib/platform/module"

/** Meetings to come, or without minutes, that somebody hosts or takes notes of. */
const held = (db: Db, personId: number): Promise<Held[]> =>
  db
    .select({ id: meetings.id, sensitivityId: meetings.sensitivityId })
    .from(meetings)
    .where(
      and(
        or(
          inArray(meetings.state, ["draft", "published", "live"]),
          and(eq(meetings.state, "ended"), eq(meetings.minutesVersion, 0)),
        ),
        or(eq(meetings.hostId, personId), eq(meetings.noteTakerId, personId)),
      ),
    )
    .orderBy(asc(meetings.id))

async function handOver(
  ctx: Ctx,
  ids: readonly number[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  const these = inArray(meetings.id, idsIn(ids))
  const set = { updatedAt: ctx.now }
  await ctx.tx
    .update(meetings)
    .set({ ...set, hostId: to })
    .where(and(these, eq(meetings.hostId, from)))
  await ctx.tx
    .update(meetings)
    .set({ ...set, noteTakerId: to })
    .where(and(these, eq(meetings.noteTakerId, from)))
  await ctx.tx
    .insert(meetingPeople)
    .values(ids.map((meetingId) => ({ meetingId, personId: to })))
    .onConflictDoNothing()
  await handRulesOver(ctx, ids, { from, to })
  for (const id of ids)
    emit(ctx, { type: "meeting.handed_over", recordId: id, data: { personId: to, before: from } })
}

/** Series go with their meetings: those to come would else be somebody's who isn't there. */
async function handRulesOver(
  ctx: Ctx,
  ids: readonly number[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  const of = ctx.tx
    .select({ id: meetings.ruleId })
    .from(meetings)
    .where(and(inArray(meetings.id, idsIn(ids)), isNotNull(meetings.ruleId)))
  const these = inArray(meetingRules.id, of)
  await ctx.tx
    .update(meetingRules)
    .set({ hostId: to })
    .where(and(these, eq(meetingRules.hostId, from)))
  await ctx.tx
    .update(meetingRules)
    .set({ noteTakerId: to })
    .where(and(these, eq(meetingRules.noteTakerId, from)))
}

export const openMeetings: Holding = {
  kind: "meeting",
  label: { zh: "主持或记录的会议", en: "Meetings hosted or recorded" },
  held,
  handOver,
}
