import { and, eq, inArray, isNotNull, lt } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { meetingResolutions } from "@/db/schema/meetings"
import { departments, people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import { organisation, subtree } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { PastChange } from "@/lib/platform/write"
import { on } from "./sample/telling"
import type { Company, Own } from "./seed"
import { sendReport } from "./sending-report"
import { mondayOf } from "./weeks"

/** 决议周报 of the week before, which somebody sent to a department's head. */
export const reportSteps = (company: Company, timeZone: string): PastChange[] => [
  company.step("柯南星", company.at(on(-2, "10:05")), async (ctx) => {
    const [row] = await ctx.tx.select().from(departments).where(eq(departments.name, "研发部"))
    const headId = row?.headId ?? refuse("not_found")
    const week = addDays(mondayOf(dayIn(timeZone, ctx.now)), -7)
    const owed = await owedBy(ctx, row?.id ?? 0, week, timeZone)
    await sendReport(ctx, row?.id ?? 0, { headId, week, ...owed })
  }),
]

/** As it stood when it was sent. */
async function owedBy({ tx, now }: Own, department: number, week: string, timeZone: string) {
  const org = await organisation(tx)
  const begin = (day: string) => instantOf(timeZone, day, "00:00")
  const owed = and(
    inArray(people.departmentId, idsIn(subtree(org, department))),
    isNotNull(meetingResolutions.taskId),
  )
  const rows = await tx
    .select({ dueAt: tasks.dueAt, state: tasks.state })
    .from(meetingResolutions)
    .innerJoin(tasks, eq(tasks.id, meetingResolutions.taskId))
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(and(owed, lt(tasks.dueAt, begin(addDays(week, 7)))))
  return {
    due: rows.filter(({ dueAt }) => dueAt && dueAt >= begin(week)).length,
    overdue: rows.filter(({ dueAt, state }) => state !== "done" && dueAt && dueAt < now).length,
  }
}
