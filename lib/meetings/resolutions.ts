import { and, asc, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { meetingResolutions } from "@/db/schema/meetings"
import { clockIn, dayIn } from "@/lib/calendar/zones"
import { namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { settings } from "@/lib/platform/settings"
import { requireCleared } from "@/lib/tasks/labels"
import { liesAhead } from "./due-ahead"
import type { Meeting } from "./meeting"
import { noteWritten, requireWritable } from "./writing-minutes"

type Own = Ctx & { actor: PersonActor }
export type Resolution = typeof meetingResolutions.$inferSelect

const most = 200

/** Those that stand, also what is struck out; what a published correction took back is left out. */
export const resolutionsOf = (db: Db, meetingId: number): Promise<Resolution[]> =>
  db
    .select()
    .from(meetingResolutions)
    .where(and(eq(meetingResolutions.meetingId, meetingId), isNull(meetingResolutions.removedAt)))
    .orderBy(asc(meetingResolutions.id))
    .limit(most)

const one = (meeting: Meeting, id: number) =>
  and(
    eq(meetingResolutions.id, id),
    eq(meetingResolutions.meetingId, meeting.id),
    isNull(meetingResolutions.removedAt),
  )

/** An empty row under a topic. */
export async function addResolution(ctx: Own, meeting: Meeting, topicId: number) {
  requireWritable(meeting, topicId)
  const own = eq(meetingResolutions.meetingId, meeting.id)
  if ((await ctx.tx.$count(meetingResolutions, own)) >= most)
    refuse("invalid", { sentence: "meetings.error.manyRows" })
  const at = { createdAt: ctx.now, updatedAt: ctx.now }
  const [row] = await ctx.tx
    .insert(meetingResolutions)
    .values({ meetingId: meeting.id, topicId, authorId: ctx.actor.personId, ...at })
    .returning({ id: meetingResolutions.id })
  const id = row?.id ?? refuse("conflict")
  await noteWritten(ctx, meeting, { what: "resolution", row: id, does: "added" })
  return id
}

type Said = Pick<Resolution, "text" | "ownerId" | "dueAt">

/**
 * What / who / by when, of a row that was read at `version`. While it is written any of them may be
 * missing; it can't be published so.
 * @throws Refusal "conflict" with what stands there when somebody else wrote it meanwhile
 */
export async function saveResolution(
  ctx: Own,
  meeting: Meeting,
  { row: id, version, ...said }: { row: number; version: number } & Said,
): Promise<number> {
  requireWritable(meeting)
  const [before] = await ctx.tx.select().from(meetingResolutions).where(one(meeting, id))
  if (!before) return refuse("not_found")
  if (before.version !== version)
    return refuse("conflict", { current: await standing(ctx, before) })
  if (sameAs(before, said)) return version
  if (said.dueAt?.getTime() !== before.dueAt?.getTime()) requireAhead(ctx, meeting, said.dueAt)
  if (said.ownerId !== null && said.ownerId !== before.ownerId)
    await requireCleared(ctx, meeting.sensitivityId, [said.ownerId])
  await ctx.tx
    .update(meetingResolutions)
    .set({ ...said, authorId: ctx.actor.personId, updatedAt: ctx.now, version: version + 1 })
    .where(one(meeting, id))
  await noteWritten(ctx, meeting, { what: "resolution", row: id, does: "written" })
  return version + 1
}

/** What stands in a row, as it is written there and in words: who writes it too sees all of it. */
async function standing(ctx: Ctx, { version, text, ownerId, dueAt }: Resolution) {
  const { timeZone } = (await settings()).company
  const names = await namesOf(ctx.tx, ownerId === null ? [] : [ownerId])
  const due = dueAt ? `${dayIn(timeZone, dueAt)}T${clockIn(timeZone, dueAt)}` : ""
  const said = [text, ...names.values(), due.replace("T", " ")].filter(Boolean).join(" · ")
  return { version, value: { text, due, owner: ownerId === null ? "" : `#${ownerId}` }, said }
}

function requireAhead({ now }: Ctx, meeting: Meeting, dueAt: Date | null): void {
  if (dueAt !== null && !liesAhead(meeting, dueAt, now))
    refuse("invalid", {
      fields: { due: "meetings.error.pastDue" },
      sentence: "meetings.error.pastDue",
    })
}

export const sameAs = (before: Said, after: Said): boolean =>
  before.text === after.text &&
  before.ownerId === after.ownerId &&
  before.dueAt?.getTime() === after.dueAt?.getTime()

/** One that is a task already is struck out, and stands for everybody else until that is published. */
export async function removeResolution(ctx: Ctx, meeting: Meeting, id: number): Promise<void> {
  requireWritable(meeting)
  const [row] = await ctx.tx.select().from(meetingResolutions).where(one(meeting, id))
  if (!row) return refuse("not_found")
  if (row.taskId === null)
    await ctx.tx.delete(meetingResolutions).where(eq(meetingResolutions.id, id))
  else if (row.withdrawn) return
  else await strike(ctx, row, true)
  await noteWritten(ctx, meeting, { what: "resolution", row: id, does: "removed" })
}

/** Struck out by mistake: it stands again. */
export async function restoreResolution(ctx: Ctx, meeting: Meeting, id: number): Promise<void> {
  requireWritable(meeting)
  const [row] = await ctx.tx.select().from(meetingResolutions).where(one(meeting, id))
  if (!row) return refuse("not_found")
  if (!row.withdrawn) return
  await strike(ctx, row, false)
  await noteWritten(ctx, meeting, { what: "resolution", row: id, does: "restored" })
}

const strike = (ctx: Ctx, { id, version }: Resolution, withdrawn: boolean) =>
  ctx.tx
    .update(meetingResolutions)
    .set({ withdrawn, version: version + 1 })
    .where(eq(meetingResolutions.id, id))
