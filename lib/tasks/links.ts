import { and, asc, eq, ne, sql } from "drizzle-orm"
import { cache } from "react"
import { db, prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import { taskLinks, tasks } from "@/db/schema/tasks"
import type { Reader } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { visibleTo } from "./policy"

const columns = (reader: Reader) => ({
  id: tasks.id,
  name: tasks.name,
  state: tasks.state,
  dueAt: tasks.dueAt,
  ownerName: people.name,
  seen: sql<number>`case when ${visibleTo(reader)} then 1 else 0 end`,
})

const most = 50

/** What a task waits for and what waits for it. What isn't the actor's to see has no name. */
export const linksOf = cache(async (actor: PersonActor, taskId: number) => {
  const [before, after, waiting] = await Promise.all([
    linked(actor, taskId, "before"),
    linked(actor, taskId, "after"),
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

const sides = {
  before: { here: taskLinks.taskId, there: taskLinks.beforeId },
  after: { here: taskLinks.beforeId, there: taskLinks.taskId },
}
type Side = keyof typeof sides

const linkedOn = keptForReaders((on, reader, side: Side) =>
  on
    .select(columns(reader))
    .from(taskLinks)
    .innerJoin(tasks, eq(tasks.id, sides[side].there))
    .innerJoin(people, eq(people.id, tasks.ownerId))
    .where(eq(sides[side].here, sql.placeholder("id")))
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(most)
    .prepare(),
)

async function linked(actor: PersonActor, id: number, side: Side) {
  const rows = await linkedOn(db(), actor, { id }, side)
  return rows.map(({ seen, ...task }) => ({ id: task.id, task: Number(seen) === 1 ? task : null }))
}

export type LinkedTask = Awaited<ReturnType<typeof linked>>[number]

const countOpen = prepared((on) =>
  on
    .select({ open: sql<number>`count(*)` })
    .from(taskLinks)
    .innerJoin(tasks, eq(tasks.id, taskLinks.beforeId))
    .where(and(eq(taskLinks.taskId, sql.placeholder("id")), ne(tasks.state, "done")))
    .prepare(),
)

/** How many tasks that aren't done it waits for, those that its reader may not see too. */
async function openBefore(id: number): Promise<number> {
  const [row] = await countOpen(db()).execute({ id })
  return Number(row?.open ?? 0)
}
