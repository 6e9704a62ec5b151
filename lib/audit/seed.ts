import { asc } from "drizzle-orm"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { actorsOf, holdersOf } from "@/lib/platform/organisation"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { review, stillOpen } from "./reviewing"

/** Working days ago on which an administrator of the sample company went through what was marked. */
const days = [-44, -31, -14, -3]
const note = "与部门负责人核对过，属岗位需要"

export async function reviewSteps(
  at: (days: number, clock: string) => Date,
): Promise<PastChange[]> {
  const [last] = (await actorsOf(db(), await holdersOf(db(), "platform"))).slice(-1)
  if (!last) return []
  return days.map((day) =>
    personStep(
      at(day, "17:30"),
      async (on) => (await actorsOf(on, [last.personId]))[0] ?? last,
      async (ctx) => {
        const open = await ctx.tx
          .select({ id: events.id })
          .from(events)
          .where(stillOpen)
          .orderBy(asc(events.id))
          .limit(100)
        for (const event of open) await review(ctx, event, note)
      },
    ),
  )
}
