import { eq, inArray } from "drizzle-orm"
import { meetingResolutions } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { type MeetingRow, seenMeeting } from "./meeting"

/** A resolution with its task, in a meeting that the actor may see. */
export interface Nudged {
  id: number
  taskId: number
  nudgedAt: Date | null
}

interface Answerable {
  meeting: Pick<MeetingRow, "hostId" | "creatorId" | "noteTakerId">
  owner: { departmentId: number }
}

/** The resolutions that are the actor's to see, in the meetings they belong to; null when one isn't. */
export async function seenResolutions(ctx: Ctx, { resolutions }: { resolutions: number[] }) {
  const { id, meetingId, nudgedAt } = meetingResolutions
  const rows = await ctx.tx
    .select({ id, meetingId, nudgedAt, taskId: tasks.id, departmentId: people.departmentId })
    .from(meetingResolutions)
    .innerJoin(tasks, eq(tasks.id, meetingResolutions.taskId))
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(inArray(meetingResolutions.id, resolutions))
  if (rows.length !== new Set(resolutions).size) return null
  const seen = await Promise.all(
    [...new Set(rows.map((row) => row.meetingId))].map((each) => seenMeeting(ctx, { id: each })),
  )
  const meetings = new Map(seen.flatMap((meeting) => (meeting ? [[meeting.id, meeting]] : [])))
  const nudged = rows.flatMap(({ departmentId, ...row }) => {
    const meeting = meetings.get(row.meetingId)
    return meeting ? [{ ...row, meeting, owner: { departmentId } }] : []
  })
  return nudged.length === rows.length ? { nudged } : null
}

/** Whoever leads the meeting nudges its owners; a head nudges their own people. */
export const mayNudge = (actor: PersonActor, { meeting, owner }: Answerable): boolean =>
  [meeting.hostId, meeting.creatorId, meeting.noteTakerId].includes(actor.personId) ||
  actor.leads.has(owner.departmentId)

export const canNudge = (
  actor: PersonActor,
  { nudged }: NonNullable<Awaited<ReturnType<typeof seenResolutions>>>,
): boolean => nudged.every((row) => mayNudge(actor, row))
