import { isPerson } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { findTask, type Task } from "./task"
import { headOf, whoCanHelp } from "./who-helps"

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

/** Out of a file come finished ones too, which ask nothing of anybody. */
export const toImported = about((task) =>
  task.state === "done" ? [] : people("assigned", true, [task.ownerId]),
)

/** What it waited for is done: its owner can begin. */
export const toReady = about((task) => people("ready", true, [task.ownerId]))

/** Its owner; what an owner asks for is settled by the creator and the head of the department. */
export const toAnswering = about(async (task, _, ctx) => {
  const own = isPerson(ctx.actor) && ctx.actor.personId === task.ownerId
  return people(
    "requests",
    true,
    own ? [task.creatorId, ...(await headOf(ctx, task))] : [task.ownerId],
  )
})

/** Whoever asked hears what came of it. */
export const toAsker = async (_: Ctx, { data }: NewEvent): Promise<readonly Notice[]> =>
  people("requests", false, [Number(data?.personId)])

/** 催办 is answered: whoever sent it hears. */
export const toNudger = async (_: Ctx, { data }: NewEvent): Promise<readonly Notice[]> =>
  people("requests", false, [Number(data?.byId)])

export const whoTakesPart = about((task) =>
  people("updates", false, [task.ownerId, ...task.coworkerIds]),
)

export const participants = about((task) =>
  people("updates", false, [task.ownerId, task.creatorId, ...task.coworkerIds]),
)

export const ownerAndCreator = about((task) =>
  people("updates", false, [task.ownerId, task.creatorId]),
)

/** Those who can help: co-workers, the creator, the head of the task's department, its group (G2.7). */
export const needsSupport = about(async (task, _, ctx) =>
  people("support", true, await whoCanHelp(ctx, task)),
)
