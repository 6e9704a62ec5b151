import { sql } from "drizzle-orm"
import {
  day,
  id,
  index,
  int,
  oneOf,
  primaryKey,
  ref,
  table,
  text,
  time,
  uniqueIndex,
} from "../columns"
import { groups } from "./groups"
import { departments, people, sensitivities } from "./people"

export const taskStates = ["todo", "doing", "need_support", "done"] as const
export const priorities = ["high", "medium", "low"] as const
export const riskLevels = ["high", "medium", "low"] as const

/** What comes again and again; each time is a task of its own. */
export const taskSeries = table("task_series", {
  id: id(),
  /** How it comes again, as `lib/calendar/recurrence.ts` writes it. */
  rule: text().notNull(),
  /** When its first time is due: the rule counts from here, and its clock is that of every time. */
  startAt: time().notNull(),
  personId: ref(() => people.id).notNull(),
  createdAt: time().notNull(),
  endedAt: time(),
})

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
    /** The series that it is one time of, and the day in company time that time stands for. */
    seriesId: ref(() => taskSeries.id),
    occurrence: day(),
    /** Who or what is needed, while it needs support. */
    support: text().notNull().default(""),
    /** Who has taken what support it needs upon themselves, since it last asked for some. */
    supporterId: ref(() => people.id),
    supportedAt: time(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("tasks_owner").on(t.ownerId, t.sortKey, t.id),
    index("tasks_creator").on(t.creatorId, t.sortKey, t.id),
    index("tasks_department").on(t.departmentId, t.sortKey, t.id),
    index("tasks_order").on(t.sortKey, t.id),
    index("tasks_due").on(t.dueAt, t.id),
    // Most tasks have none of these: they cost nothing here.
    index("tasks_group").on(t.groupId, t.sortKey, t.id).where(sql`group_id is not null`),
    index("tasks_remind").on(t.remindAt, t.id).where(sql`remind_at is not null`),
    index("tasks_source").on(t.sourceKind, t.sourceId).where(sql`source_kind is not null`),
    uniqueIndex("tasks_series").on(t.seriesId, t.occurrence).where(sql`series_id is not null`),
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

/** Steps of a task, ticked one by one. */
export const taskChecks = table(
  "task_checks",
  {
    id: id(),
    taskId: ref(() => tasks.id, "cascade").notNull(),
    body: text().notNull(),
    /** Its place in the list, ascending. */
    place: int().notNull(),
    doneAt: time(),
    doneBy: ref(() => people.id),
  },
  (t) => [index("task_checks_task").on(t.taskId, t.place, t.id)],
)

/** A task that begins when another is done. */
export const taskLinks = table(
  "task_links",
  {
    taskId: ref(() => tasks.id, "cascade").notNull(),
    beforeId: ref(() => tasks.id, "cascade").notNull(),
    personId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.beforeId] }),
    index("task_links_before").on(t.beforeId, t.taskId),
  ],
)

export const taskRequestStates = ["open", "agreed", "declined"] as const

/** What somebody who can't change a task asks to have changed, and what came of it. */
export const taskRequests = table(
  "task_requests",
  {
    id: id(),
    taskId: ref(() => tasks.id, "cascade").notNull(),
    personId: ref(() => people.id).notNull(),
    /** Only what is asked for; null is left as it is. */
    dueAt: time(),
    ownerId: ref(() => people.id),
    description: text(),
    reason: text().notNull(),
    at: time().notNull(),
    state: oneOf(taskRequestStates).notNull().default("open"),
    answer: text().notNull().default(""),
    answeredBy: ref(() => people.id),
    answeredAt: time(),
  },
  (t) => [index("task_requests_task").on(t.taskId, t.id)],
)

/** A filter with a name, one's own or shared with a department or a group. */
export const taskViews = table(
  "task_views",
  {
    id: id(),
    personId: ref(() => people.id).notNull(),
    name: text().notNull(),
    /** What follows `/tasks?` in its address. */
    query: text().notNull(),
    departmentId: ref(() => departments.id),
    groupId: ref(() => groups.id),
    createdAt: time().notNull(),
    removedAt: time(),
  },
  (t) => [index("task_views_person").on(t.personId, t.id)],
)
