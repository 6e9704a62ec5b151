import { writeAccess } from "@/lib/platform/access"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { kindOf } from "@/lib/platform/registry"
import { writeSearch } from "@/lib/platform/search-index"
import { tasksFrom } from "@/lib/tasks/source"
import { findTask } from "@/lib/tasks/task"
import { findMatter } from "./matter"

/** What becomes of a matter's tasks belongs to its story too, without their names. */
const say =
  (type: "matter.task_added" | "matter.task_done") =>
  async (ctx: Ctx, { recordId }: NewEvent): Promise<void> => {
    const task = await findTask(ctx.tx, recordId)
    if (task?.sourceKind !== "matter" || task.sourceId === null) return
    const matter = await findMatter(ctx.tx, task.sourceId)
    if (matter) emit(ctx, { type, recordId: matter.id, data: { taskId: task.id } })
  }

export const taskAdded = say("matter.task_added")
export const taskDone = say("matter.task_done")

/** Who sees a matter sees its tasks: their access lists and search rows follow when others come into it or go. */
export async function openTasks(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const found = await tasksFrom(ctx.tx, "matter", [recordId])
  for (const id of found.get(recordId) ?? []) {
    const task = await findTask(ctx.tx, id)
    if (!task) continue
    await writeAccess(ctx.tx, "task", kindOf("task"), task)
    await writeSearch(ctx.tx, "task", kindOf("task"), task)
  }
}
