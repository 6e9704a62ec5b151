import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { events } from "@/db/schema/events"
import type { Task } from "./task"

const most = 200

export interface Reported {
  at: Date
  percent: number
}

const reports = prepared((on) =>
  on
    .select({ at: events.at, data: events.data, type: events.type })
    .from(events)
    .where(
      and(
        eq(events.kind, "task"),
        eq(events.recordId, sql.placeholder("id")),
        inArray(events.type, ["task.progressed", "task.completed"]),
      ),
    )
    .orderBy(asc(events.id))
    .limit(most)
    .prepare(),
)

/** How a task's progress went: what was reported, from nothing at its beginning to now. */
export async function progressOf(task: Task, now: Date): Promise<Reported[]> {
  const rows = await reports(db()).execute({ id: task.id })
  const reported = rows.map(({ at, data, type }) => ({
    at,
    percent: type === "task.completed" ? 100 : Number(Object(data).after) || 0,
  }))
  if (reported.length === 0) return []
  return [
    { at: task.createdAt, percent: 0 },
    ...reported,
    { at: task.doneAt ?? now, percent: task.progress },
  ]
}
