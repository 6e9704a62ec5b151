import { sql } from "drizzle-orm"
import { engine } from "@/db/engine"
import type { Ctx } from "@/lib/platform/context"

/** Whether a task is another, or waits for it over however many between them. */
export async function waitsFor(ctx: Ctx, taskId: number, other: number): Promise<boolean> {
  const found = await engine().rows(
    ctx.tx,
    sql`with recursive back(id) as (
      select cast(${taskId} as bigint) union
      select task_links.before_id from task_links join back on task_links.task_id = back.id
    ) select 1 as found from back where id = ${other} limit 1`,
  )
  return found.length > 0
}
