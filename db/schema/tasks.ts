import { id, index, int, oneOf, primaryKey, ref, table, text, time } from "../columns"
import { departments, people, sensitivities } from "./people"

export const taskStates = ["todo", "doing", "need_support", "done"] as const
export const priorities = ["high", "medium", "low"] as const

export const tasks = table(
  "tasks",
  {
    id: id(),
    name: text().notNull(),
    description: text().notNull().default(""),
    ownerId: ref(() => people.id).notNull(),
    creatorId: ref(() => people.id).notNull(),
    departmentId: ref(() => departments.id),
    sensitivityId: ref(() => sensitivities.id),
    startAt: time(),
    dueAt: time(),
    priority: oneOf(priorities).notNull().default("medium"),
    /** Whole percent, 0–100. */
    progress: int().notNull().default(0),
    state: oneOf(taskStates).notNull().default("todo"),
    risk: text().notNull().default(""),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    /** When the owner last said how it stands. */
    progressAt: time(),
    doneAt: time(),
    /** State first, then due time: the order of every task list (`lib/tasks/order.ts`). */
    sortKey: int().notNull(),
    /** The record it was made from: `message` and its number. */
    sourceKind: text(),
    sourceId: int(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("tasks_owner").on(t.ownerId, t.sortKey, t.id),
    index("tasks_department").on(t.departmentId, t.sortKey, t.id),
    index("tasks_order").on(t.sortKey, t.id),
    index("tasks_due").on(t.dueAt, t.id),
    index("tasks_source").on(t.sourceKind, t.sourceId),
  ],
)

export const taskCoworkers = table(
  "task_coworkers",
  { taskId: ref(() => tasks.id, "cascade").notNull(), personId: ref(() => people.id).notNull() },
  (t) => [
    primaryKey({ columns: [t.taskId, t.personId] }),
    index("task_coworkers_person").on(t.personId, t.taskId),
  ],
)
