import { and, asc, eq, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import type { Task } from "./task"

const most = 200

export interface Reported {
  at: Date
  percent: number
}

/** How a task's progress went: what was reported, from nothing at its beginning to now. */
export async function progressOf(task: Task, now: Date): Promise<Reported[]> {
  const rows = await db()
    .select({ at: events.at, data: events.data, type: events.type })
    .from(events)
    .where(
      and(
        eq(events.kind, "task"),
        eq(events.recordId, task.id),
        inArray(events.type, ["task.progressed", "task.completed"]),
      ),
    )
    .orderBy(asc(events.id))
    .limit(most)
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
