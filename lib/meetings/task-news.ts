import { writeAccess } from "@/lib/platform/access"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { kindOf } from "@/lib/platform/registry"
import { writeSearch } from "@/lib/platform/search-index"
import { tasksFrom } from "@/lib/tasks/source"
import { findTask } from "@/lib/tasks/task"

/** Who sees a meeting sees the tasks of its resolutions: their access lists follow. */
export async function openTasks(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const found = await tasksFrom(ctx.tx, "meeting", [recordId])
  for (const id of found.get(recordId) ?? []) {
    const task = await findTask(ctx.tx, id)
    if (!task) continue
    await writeAccess(ctx.tx, "task", kindOf("task"), task)
    await writeSearch(ctx.tx, "task", kindOf("task"), task)
  }
}
