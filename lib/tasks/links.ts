import { and, asc, eq, ne, sql } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { taskLinks, tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { visibleTo } from "./policy"

const columns = (actor: PersonActor) => ({
  id: tasks.id,
  name: tasks.name,
  state: tasks.state,
  dueAt: tasks.dueAt,
  ownerName: people.name,
  seen: sql<number>`case when ${visibleTo(actor)} then 1 else 0 end`,
})

const most = 50

/** What a task waits for and what waits for it. What isn't the actor's to see has no name. */
export const linksOf = cache(async (actor: PersonActor, taskId: number) => {
  const [before, after, waiting] = await Promise.all([
    linked(actor, eq(tasks.id, taskLinks.beforeId), eq(taskLinks.taskId, taskId)),
    linked(actor, eq(tasks.id, taskLinks.taskId), eq(taskLinks.beforeId, taskId)),
    openBefore(taskId),
  ])
  return { before, after, waiting }
})

/** Live topics of a task and of those beside it that the actor may see. */
export async function topicsOf(actor: PersonActor, taskId: number): Promise<string[]> {
  const { before, after } = await linksOf(actor, taskId)
  const beside = [...before, ...after].flatMap(({ task }) => (task ? [`task:${task.id}`] : []))
  return [`task:${taskId}`, ...beside]
}

async function linked(
  actor: PersonActor,
  joined: ReturnType<typeof eq>,
  where: ReturnType<typeof eq>,
) {
  const rows = await db()
    .select(columns(actor))
    .from(taskLinks)
    .innerJoin(tasks, joined)
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(where)
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(most)
  return rows.map(({ seen, ...task }) => ({ id: task.id, task: Number(seen) === 1 ? task : null }))
}

export type LinkedTask = Awaited<ReturnType<typeof linked>>[number]

/** How many tasks that aren't done it waits for, those that its reader may not see too. */
async function openBefore(taskId: number): Promise<number> {
  const [row] = await db()
    .select({ open: sql<number>`count(*)` })
    .from(taskLinks)
    .innerJoin(tasks, eq(tasks.id, taskLinks.beforeId))
    .where(and(eq(taskLinks.taskId, taskId), ne(tasks.state, "done")))
  return Number(row?.open ?? 0)
}
