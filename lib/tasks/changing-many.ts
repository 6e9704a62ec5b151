import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { editTask } from "./editing"
import { canEdit, canReport } from "./policy"
import { moveTask } from "./progressing"
import { withTag } from "./tagged"
import { seenTask, type Task, type TaskState } from "./task"

type Own = Ctx & { actor: PersonActor }

/** What many tasks can be changed to at once; null leaves it as it is. */
export interface Changes {
  state: TaskState | null
  /** Who or what is needed, where that state is 需支持. */
  support: string
  priority: Task["priority"] | null
  ownerId: number | null
  dueAt: Date | null
  /** A tag that each of them carries from then on, without its #. */
  tag: string | null
  /** Why they are due at another time. */
  reason: string
}

/** How a task stood, to be taken back to. */
export type Before = Pick<
  Task,
  "id" | "state" | "progress" | "support" | "priority" | "ownerId"
> & {
  due: string | null
  /** The tag that was added to it. */
  tag: string | null
}

/** For actions: those of some tasks that the actor may see; null when there are none. */
export async function seenTasks(ctx: Ctx, { tasks }: { tasks: readonly number[] }) {
  const found: Task[] = []
  for (const id of new Set(tasks)) {
    const task = await seenTask(ctx, { id })
    if (task) found.push(task)
  }
  return found.length > 0 ? found : null
}

const touches = ({ priority, ownerId, dueAt, tag }: Changes) =>
  priority !== null || ownerId !== null || dueAt !== null || tag !== null

/** Whether the actor may do that to a task: fields are for who edits, its state for who takes part. */
export const mayChange = (actor: PersonActor, task: Task, changes: Changes): boolean =>
  touches(changes) ? canEdit(actor, task) : canReport(actor, task)

/**
 * Changes some tasks alike, those that the actor may; a refusal for one of them undoes all.
 * @returns how many were changed and how many not, and how the changed ones stood before
 * @throws Refusal as `editTask` does
 */
export async function changeMany(ctx: Own, tasks: readonly Task[], changes: Changes) {
  const mine = tasks.filter((task) => mayChange(ctx.actor, task, changes))
  for (const task of mine) {
    if (touches(changes)) await editTask(ctx, task, task.version, fieldsOf(task, changes))
    const now = await seenTask(ctx, task)
    if (changes.state && now) await moveTask(ctx, now, changes.state, changes.support)
  }
  return {
    changed: mine.length,
    left: tasks.length - mine.length,
    before: mine.map((task) => standing(task, changes)),
  }
}

const fieldsOf = (task: Task, { priority, ownerId, dueAt, tag, reason }: Changes) => ({
  ...(priority && { priority }),
  ...(ownerId && { ownerId }),
  ...(dueAt && { dueAt, reason }),
  ...(tag && { description: withTag(task, tag) ?? task.description }),
})

const standing = (task: Task, { tag }: Changes): Before => {
  const { id, state, progress, support, priority, ownerId, dueAt } = task
  return {
    ...{ id, state, progress, support, priority, ownerId },
    due: dueAt?.toISOString() ?? null,
    tag: tag && withTag(task, tag) !== null ? tag : null,
  }
}
