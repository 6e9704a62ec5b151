import { id, index, int, oneOf, primaryKey, ref, table, text, time, uniqueIndex } from "../columns"
import { groups } from "./groups"
import { departments, people, sensitivities } from "./people"

export const taskStates = ["todo", "doing", "need_support", "done"] as const
export const priorities = ["high", "medium", "low"] as const
export const riskLevels = ["high", "medium", "low"] as const

export const tasks = table(
  "tasks",
  {
    id: id(),
    name: text().notNull(),
    description: text().notNull().default(""),
    ownerId: ref(() => people.id).notNull(),
    creatorId: ref(() => people.id).notNull(),
    departmentId: ref(() => departments.id),
    /** The group whose work it is: a project, a client. Its members see it. */
    groupId: ref(() => groups.id),
    sensitivityId: ref(() => sensitivities.id),
    startAt: time(),
    dueAt: time(),
    priority: oneOf(priorities).notNull().default("medium"),
    /** Whole percent, 0–100. */
    progress: int().notNull().default(0),
    state: oneOf(taskStates).notNull().default("todo"),
    risk: text().notNull().default(""),
    /** How bad that would be; null where nobody sees a risk. */
    riskLevel: oneOf(riskLevels),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    /** When the owner last said how it stands. */
    progressAt: time(),
    doneAt: time(),
    /** When it is next reminded of (`lib/tasks/reminder-times.ts`); null when never again. */
    remindAt: time(),
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
    index("tasks_group").on(t.groupId, t.sortKey, t.id),
    index("tasks_remind").on(t.remindAt, t.id),
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

/** When a task was due before, and why that changed. */
export const taskDueChanges = table(
  "task_due_changes",
  {
    id: id(),
    taskId: ref(() => tasks.id, "cascade").notNull(),
    before: time().notNull(),
    after: time(),
    reason: text().notNull(),
    personId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [index("task_due_changes_task").on(t.taskId, t.id)],
)

/** One question a day to somebody whose tasks in progress haven't been heard of (G2.7). */
export const taskUpdateRequests = table(
  "task_update_requests",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    /** A day in company time, `YYYY-MM-DD`. */
    day: text().notNull(),
    /** How many tasks it asked about. */
    tasks: int().notNull(),
    askedAt: time().notNull(),
    /** When the last of them had been heard of. */
    answeredAt: time(),
  },
  (t) => [uniqueIndex("task_update_requests_day").on(t.personId, t.day)],
)
