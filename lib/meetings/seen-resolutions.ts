import { inArray } from "drizzle-orm"
import { meetingResolutions } from "@/db/schema/meetings"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { seenMeeting } from "./meeting"
import { canLead } from "./policy"

/** A resolution with its task, in a meeting that the actor may see. */
export interface Nudged {
  id: number
  taskId: number
  nudgedAt: Date | null
}

/** The resolutions that are the actor's to see, in the meetings they belong to; null when one isn't. */
export async function seenResolutions(ctx: Ctx, { resolutions }: { resolutions: number[] }) {
  const rows = await ctx.tx
    .select()
    .from(meetingResolutions)
    .where(inArray(meetingResolutions.id, resolutions))
  if (rows.length !== new Set(resolutions).size) return null
  const seen = await Promise.all(
    [...new Set(rows.map(({ meetingId }) => meetingId))].map((id) => seenMeeting(ctx, { id })),
  )
  const meetings = seen.flatMap((meeting) => meeting ?? [])
  if (meetings.length !== seen.length) return null
  const nudged = rows.flatMap(({ id, taskId, nudgedAt }) =>
    taskId === null ? [] : [{ id, taskId, nudgedAt }],
  )
  return { meetings, nudged }
}

/** Those who lead the meetings; and heads, for their people, see them by the meetings' rules too. */
export const canNudge = (
  actor: PersonActor,
  { meetings }: NonNullable<Awaited<ReturnType<typeof seenResolutions>>>,
): boolean => meetings.every((meeting) => canLead(actor, meeting) || actor.leads.size > 0)
