import { and, asc, eq, gt, gte, inArray, lt } from "drizzle-orm"
import type { Db } from "@/db/database"
import { meetings } from "@/db/schema/meetings"
import { meetingRules } from "@/db/schema/meetings/rules"
import { type Recurrence, readRecurrence, writeRecurrence } from "@/lib/calendar/recurrence"
import { addDays } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { findMeeting, type Meeting } from "./meeting"
import { pattern } from "./pattern"

/** How meetings of a chain come again, and what each begins with. */
export async function findRule(db: Db, id: number | null) {
  if (id === null) return null
  const [row] = await db.select().from(meetingRules).where(eq(meetingRules.id, id))
  const rule = row && readRecurrence(row.rule)
  const content = row && pattern.safeParse(row.content)
  return row && rule && content?.success ? { ...row, rule, content: content.data } : null
}
export type Rule = NonNullable<Awaited<ReturnType<typeof findRule>>>

/** Nobody has heard of it: its first meeting is a draft. */
export const isDraftRule = ({ madeUntil, endedAt }: Pick<Rule, "madeUntil" | "endedAt">) =>
  madeUntil === null && endedAt === null

/** Meetings of a rule from a day on that haven't begun, in order. */
export async function openFrom(ctx: Ctx, ruleId: number, day: string): Promise<Meeting[]> {
  const rows = await ctx.tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.ruleId, ruleId),
        gte(meetings.occurrence, day),
        inArray(meetings.state, ["draft", "published"]),
        gt(meetings.startAt, ctx.now),
      ),
    )
    .orderBy(asc(meetings.occurrence))
  const found: Meeting[] = []
  for (const { id } of rows) {
    const meeting = await findMeeting(ctx.tx, id)
    if (meeting) found.push(meeting)
  }
  return found
}

/** How many of its days lie before one: those stay as they were. */
export const countBefore = (ctx: Ctx, ruleId: number, day: string): Promise<number> =>
  ctx.tx.$count(meetings, and(eq(meetings.ruleId, ruleId), lt(meetings.occurrence, day)))

/** The rule ends before a day; where nothing lies before it, it keeps its days but makes no more. */
export async function endRule(ctx: Ctx, { id, rule }: Rule, day: string, split: boolean) {
  const { count: _, until: __, ...often } = rule
  const ended: Recurrence = split ? { ...often, until: addDays(day, -1) } : rule
  await ctx.tx
    .update(meetingRules)
    .set({
      ...{ rule: writeRecurrence(ended), nextAt: null },
      ...{ endedAt: ctx.now, updatedAt: ctx.now },
    })
    .where(eq(meetingRules.id, id))
}
