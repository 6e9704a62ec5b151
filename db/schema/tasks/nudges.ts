import { ref, table, text, time } from "../../columns"
import { people } from "../people"
import { tasks } from "../tasks"

/** 催办: who last asked where an overdue task stays, and what its owner answered. */
export const taskNudges = table("task_nudges", {
  taskId: ref(() => tasks.id, "cascade").primaryKey(),
  byId: ref(() => people.id).notNull(),
  at: time().notNull(),
  /** Why it isn't done, or done later. */
  reason: text().notNull().default(""),
  /** The new time that its owner gave. */
  dueAt: time(),
  answeredAt: time(),
})
