import { and, eq, isNull } from "drizzle-orm"
import { tasks, taskUpdateRequests } from "@/db/schema/tasks"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { doneWith } from "@/lib/platform/notify"
import { settings } from "@/lib/platform/settings"
import { unheard } from "./updating"

/** Once all their tasks have been heard of today, the question leaves the owner's inbox. */
export async function closeAnswered(ctx: Ctx, ownerId: number): Promise<void> {
  const { timeZone } = (await settings()).company
  const day = dayIn(timeZone, ctx.now)
  const [request] = await ctx.tx
    .select({ id: taskUpdateRequests.id })
    .from(taskUpdateRequests)
    .where(
      and(
        eq(taskUpdateRequests.personId, ownerId),
        eq(taskUpdateRequests.day, day),
        isNull(taskUpdateRequests.answeredAt),
      ),
    )
  if (!request) return
  const [left] = await ctx.tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.ownerId, ownerId), unheard(instantOf(timeZone, day, "00:00"))))
    .limit(1)
  if (left) return
  await ctx.tx
    .update(taskUpdateRequests)
    .set({ answeredAt: ctx.now })
    .where(eq(taskUpdateRequests.id, request.id))
  await doneWith(ctx, [ownerId], "task_update", request.id)
}
