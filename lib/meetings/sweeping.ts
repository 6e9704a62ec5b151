import { asc, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { superiorsOf } from "@/lib/people/superiors"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { writeAsSystem } from "@/lib/platform/write"
import { findMeeting, type Meeting } from "./meeting"
import { endMeeting } from "./running"
import { dueStep, endsAfter, type Step } from "./steps"
import { storeMeeting } from "./storing"

/** Meetings of one transaction. */
const batch = 25

const due = (now: Date) => lte(meetings.nextAt, now)

/**
 * Does what is due by itself: reminds, ends, asks for minutes, takes late ones up. All it goes by
 * is in the rows and is asked again inside each transaction: running it twice does nothing twice.
 */
export async function sweepMeetings(now = new Date()): Promise<void> {
  for (let done = batch; done > 0; ) {
    const waiting = await db().select({ id: meetings.id }).from(meetings).where(due(now)).limit(1)
    if (waiting.length === 0) return
    done = await writeAsSystem("meetings.sweep", sweepSome, { now, lock: "meetings.sweep" })
  }
}

async function sweepSome(ctx: Ctx): Promise<number> {
  const rows = await ctx.tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(due(ctx.now))
    .orderBy(asc(meetings.nextAt), asc(meetings.id))
    .limit(batch)
  for (const { id } of rows) {
    const meeting = await findMeeting(ctx.tx, id)
    if (meeting) await take(ctx, meeting)
  }
  return rows.length
}

async function take(ctx: Ctx, meeting: Meeting): Promise<void> {
  const step = dueStep(meeting, ctx.now)
  if (step === "ends") return endMeeting(ctx, meeting, new Date(+meeting.endAt + endsAfter))
  await storeMeeting(ctx, meeting, step === "minutes_head" ? await headOf(ctx, meeting) : {})
  emit(ctx, { type: eventOf(step), recordId: meeting.id, ...(step && { data: { stage: step } }) })
}

const eventOf = (step: Step | null): string => {
  if (step === "soon") return "meeting.reminded"
  if (step === "asked") return "meeting.coming"
  return step === "minutes_late" || step === "minutes_head"
    ? "meeting.minutes_late"
    : "meeting.minutes_asked"
}

/** Whoever is next above the host. */
async function headOf(ctx: Ctx, { hostId }: Meeting) {
  const [head] = await superiorsOf(ctx.tx, hostId)
  return head === undefined ? {} : { escalatedToId: head }
}
