import { eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { momentsAround } from "@/lib/calendar/working-days"
import { refuse } from "@/lib/platform/refusal"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { type Cast, present } from "./seed"
import { saveView } from "./viewing"

/** Views that 柯南星 keeps: one for the own department, one for the project's group. */
export function viewSteps(now: Date, timeZone: string, cast: Cast): PastChange[] {
  const at = momentsAround(timeZone, now)
  const keeper = cast.actor("柯南星")
  return [
    personStep(
      at(-3, "09:10"),
      (tx) => present(tx, keeper),
      (ctx) =>
        saveView(ctx, {
          ...{ name: "本周截止", query: "view=department&due=week", groupId: null },
          departmentId: ctx.actor.departmentId,
        }),
    ),
    personStep(
      at(-3, "09:20"),
      (tx) => present(tx, keeper),
      async (ctx) => {
        const name = "秋季版本 V3.2"
        const [row] = await ctx.tx
          .select({ id: groups.id })
          .from(groups)
          .where(eq(groups.name, name))
        const groupId = row?.id ?? refuse("not_found")
        const query = `view=group&group=${groupId}&as=timeline`
        return saveView(ctx, { name, query, groupId, departmentId: null })
      },
    ),
  ]
}
