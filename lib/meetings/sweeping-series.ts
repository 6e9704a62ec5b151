import { asc, desc, eq, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { meetingRules } from "@/db/schema/meetings/rules"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { writeAsSystem } from "@/lib/platform/write"
import { makeAhead } from "./making"
import { findRule } from "./rules"

const due = (now: Date) => lte(meetingRules.nextAt, now)

/**
 * Makes meetings of series some weeks ahead. One rule's part is one transaction that says how far
 * it came: killed in between, or done twice, nothing is made twice.
 */
export async function sweepSeries(now = new Date()): Promise<void> {
  for (let more = true; more; ) {
    const waiting = await db()
      .select({ id: meetingRules.id })
      .from(meetingRules)
      .where(due(now))
      .limit(1)
    if (waiting.length === 0) return
    more = await writeAsSystem("meetings.series", sweepOne, { now, lock: "meetings.series" })
  }
}

async function sweepOne(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ id: meetingRules.id })
    .from(meetingRules)
    .where(due(ctx.now))
    .orderBy(asc(meetingRules.nextAt), asc(meetingRules.id))
    .limit(1)
  const rule = row && (await findRule(ctx.tx, row.id))
  if (!rule) return false
  await makeAhead(ctx, rule)
  if (ctx.said.length === 0) await sayWhere(ctx, rule.id)
  return true
}

/** All of its days were made before, or called off: even that is said. */
async function sayWhere(ctx: Ctx, ruleId: number): Promise<void> {
  const [last] = await ctx.tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(eq(meetings.ruleId, ruleId))
    .orderBy(desc(meetings.startAt))
    .limit(1)
  if (last) emit(ctx, { type: "meeting.series_continued", recordId: last.id, data: { ruleId } })
}
