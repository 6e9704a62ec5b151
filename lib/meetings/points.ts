import { and, asc, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { meetingPoints } from "@/db/schema/meetings"
import { namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Meeting } from "./meeting"
import { type Speaker, writtenSpeaker } from "./speaker"
import { noteWritten, requireWritable } from "./writing-minutes"

type Own = Ctx & { actor: PersonActor }
export type Point = typeof meetingPoints.$inferSelect

/** A long meeting has fewer. */
const most = 500

export const pointsOf = (db: Db, meetingId: number): Promise<Point[]> =>
  db
    .select()
    .from(meetingPoints)
    .where(eq(meetingPoints.meetingId, meetingId))
    .orderBy(asc(meetingPoints.id))
    .limit(most)

const one = (meeting: Meeting, id: number) =>
  and(eq(meetingPoints.id, id), eq(meetingPoints.meetingId, meeting.id))

/** An empty row under a topic. */
export async function addPoint(ctx: Own, meeting: Meeting, topicId: number): Promise<number> {
  requireWritable(meeting, topicId)
  if ((await ctx.tx.$count(meetingPoints, eq(meetingPoints.meetingId, meeting.id))) >= most)
    refuse("invalid", { sentence: "meetings.error.manyRows" })
  const at = { createdAt: ctx.now, updatedAt: ctx.now }
  const [row] = await ctx.tx
    .insert(meetingPoints)
    .values({ meetingId: meeting.id, topicId, authorId: ctx.actor.personId, ...at })
    .returning({ id: meetingPoints.id })
  const id = row?.id ?? refuse("conflict")
  await noteWritten(ctx, meeting, { what: "point", row: id, does: "added" })
  return id
}

/**
 * Saves a row that was read at `version`.
 * @returns its version now
 * @throws Refusal "conflict" with what stands there when somebody else wrote it meanwhile
 */
export async function savePoint(
  ctx: Own,
  meeting: Meeting,
  {
    row: id,
    version,
    text,
    personId,
    outsiderId = null,
  }: { row: number; version: number; text: string } & Pick<Speaker, "personId"> & Partial<Speaker>,
): Promise<number> {
  requireWritable(meeting)
  const [before] = await ctx.tx.select().from(meetingPoints).where(one(meeting, id))
  if (!before) return refuse("not_found")
  if (before.version !== version)
    return refuse("conflict", { current: await standing(ctx, meeting, before) })
  const said = { text, personId, outsiderId }
  if (!takesPart(meeting, said)) refuse("not_found")
  if (before.text === text && writtenSpeaker(before) === writtenSpeaker(said)) return version
  await ctx.tx
    .update(meetingPoints)
    .set({ ...said, authorId: ctx.actor.personId, updatedAt: ctx.now, version: version + 1 })
    .where(one(meeting, id))
  await noteWritten(ctx, meeting, { what: "point", row: id, does: "written" })
  return version + 1
}

const takesPart = ({ people, outsiders }: Meeting, { personId, outsiderId }: Speaker): boolean =>
  (personId === null || people.some((each) => each.personId === personId)) &&
  (outsiderId === null || outsiders.some(({ id }) => id === outsiderId))

/** What stands in a row, as it is written there and in words: who writes it too sees all of it. */
async function standing(ctx: Ctx, { outsiders }: Meeting, point: Point) {
  const { version, text, personId, outsiderId } = point
  const names = await namesOf(ctx.tx, personId === null ? [] : [personId])
  const outside = outsiders.find(({ id }) => id === outsiderId)?.name
  const said = [...names.values(), outside, text].filter(Boolean).join("：")
  return { version, value: { text, speaker: writtenSpeaker(point) }, said }
}

export async function removePoint(ctx: Ctx, meeting: Meeting, id: number): Promise<void> {
  requireWritable(meeting)
  const gone = await ctx.tx
    .delete(meetingPoints)
    .where(one(meeting, id))
    .returning({ id: meetingPoints.id })
  if (gone.length === 0) refuse("not_found")
  await noteWritten(ctx, meeting, { what: "point", row: id, does: "removed" })
}
