import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { organisation } from "@/lib/platform/organisation"
import { findTask, type Task } from "./task"

const people = (category: string, needsYou: boolean, personIds: readonly number[]): Notice[] => [
  { category: `tasks.${category}`, needsYou, personIds },
]

/** Who is told depends on the task as it stands after the change. */
const about =
  (
    tell: (task: Task, event: NewEvent, ctx: Ctx) => readonly Notice[] | Promise<readonly Notice[]>,
  ) =>
  async (ctx: Ctx, event: NewEvent) => {
    const task = await findTask(ctx.tx, event.recordId)
    return task ? tell(task, event, ctx) : []
  }

/** A new owner has to do something; co-workers should know. */
export const toAssigned = about((task, event) => [
  ...people("assigned", true, [task.ownerId]),
  ...(event.type !== "task.assigned" ? people("assigned", false, task.coworkerIds) : []),
])

/** What it waited for is done: its owner can begin. */
export const toReady = about((task) => people("ready", true, [task.ownerId]))

export const whoTakesPart = about((task) =>
  people("updates", false, [task.ownerId, ...task.coworkerIds]),
)

export const participants = about((task) =>
  people("updates", false, [task.ownerId, task.creatorId, ...task.coworkerIds]),
)

export const ownerAndCreator = about((task) =>
  people("updates", false, [task.ownerId, task.creatorId]),
)

/** Those who can help: co-workers, the creator, and the head of the task's department (G2.7). */
export const needsSupport = about(async (task, _, ctx) => {
  const org = await organisation(ctx.tx)
  const head =
    task.departmentId === null ? null : (org.departments.get(task.departmentId)?.headId ?? null)
  return people("support", true, [
    ...task.coworkerIds,
    task.creatorId,
    ...(head === null ? [] : [head]),
  ])
})
