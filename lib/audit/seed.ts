import { asc } from "drizzle-orm"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { actorsOf, organisation } from "@/lib/platform/organisation"
import type { Step } from "@/lib/platform/steps"
import { write } from "@/lib/platform/write"
import { review, stillOpen } from "./reviewing"

/** Working days ago on which an administrator of the sample company went through what was marked. */
const days = [-44, -31, -14, -3]
const note = "与部门负责人核对过，属岗位需要"

export async function reviewSteps(at: (days: number, clock: string) => Date): Promise<Step[]> {
  const { duties } = await organisation(db())
  const administrators = [...duties].flatMap(([id, held]) => (held.has("platform") ? [id] : []))
  const actor = (await actorsOf(db(), administrators)).at(-1)
  if (!actor) return []
  return days.map((day) => {
    const when = at(day, "17:30")
    return {
      at: when,
      make: (first) =>
        write(
          actor,
          async (ctx) => {
            if (!(await first(ctx))) return
            const open = await ctx.tx
              .select({ id: events.id })
              .from(events)
              .where(stillOpen)
              .orderBy(asc(events.id))
              .limit(100)
            for (const event of open) await review(Object.assign(ctx, { actor }), event, note)
          },
          { now: when },
        ),
    }
  })
}
