import { and, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { departmentReports } from "@/db/schema/meetings/record"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { resolutionReport } from "./report"

type Own = Ctx & { actor: PersonActor }

/** What a head will find, counted by what they may see themselves. */
export interface Part {
  headId: number
  due: number
  overdue: number
  week: string
}

/**
 * A department's part of a week, as its head will see it. The sender has to see something of it.
 * @returns null when there is no such part, or nobody else leads the department
 */
export async function partFor(
  actor: PersonActor,
  { week, department }: { week: string; department: number },
  now = new Date(),
): Promise<Part | null> {
  const org = await organisation(db())
  const headId = org.departments.get(department)?.headId ?? null
  if (headId === null || headId === actor.personId) return null
  const own = await resolutionReport(actor, week, now, { department })
  const [head] = own.rows.length > 0 ? await actorsOf(db(), [headId]) : []
  if (!head) return null
  const { rows, from } = await resolutionReport(head, own.week, now, { department })
  return {
    ...{ headId, week: own.week },
    due: rows.filter(({ dueAt }) => dueAt !== null && dueAt >= from).length,
    overdue: rows.filter(({ overdue }) => overdue).length,
  }
}

/**
 * 发给部门负责人: the head gets it into the inbox, once a week, whoever sends it.
 * @throws Refusal when there is nothing to send, or it was sent before
 */
export async function sendReport(ctx: Own, department: number, part: Part | null): Promise<void> {
  if (!part) return refuse("invalid", { sentence: "meetings.error.noPart" })
  const [row] = await ctx.tx
    .insert(departmentReports)
    .values({
      ...{ departmentId: department, ...part },
      ...{ senderId: ctx.actor.personId, at: ctx.now },
    })
    .onConflictDoNothing()
    .returning({ id: departmentReports.id })
  if (!row) return refuse("conflict", { sentence: "meetings.error.partSent" })
  const { due, overdue, week } = part
  emit(ctx, { type: "report.sent", recordId: row.id, data: { due, overdue, week } })
}

/** To whom a department's part would go, and whether it went already. */
export async function standingOf(actor: PersonActor, department: number, week: string) {
  const org = await organisation(db())
  const headId = org.departments.get(department)?.headId ?? null
  if (headId === null) return null
  const [head] = await db().select({ name: people.name }).from(people).where(eq(people.id, headId))
  const [sent] = await db()
    .select({ at: departmentReports.at })
    .from(departmentReports)
    .where(and(eq(departmentReports.departmentId, department), eq(departmentReports.week, week)))
  return { name: head?.name ?? "", own: headId === actor.personId, sentAt: sent?.at ?? null }
}
