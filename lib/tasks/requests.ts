import { desc, eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { taskRequests } from "@/db/schema/tasks"

const asker = alias(people, "asker")
const wanted = alias(people, "wanted")
const settler = alias(people, "settler")

/** What was asked of a task, open first, then what was settled last. */
export const requestsOf = (taskId: number) =>
  db()
    .select({
      id: taskRequests.id,
      state: taskRequests.state,
      dueAt: taskRequests.dueAt,
      description: taskRequests.description,
      reason: taskRequests.reason,
      answer: taskRequests.answer,
      at: taskRequests.at,
      answeredAt: taskRequests.answeredAt,
      person: { id: asker.id, name: asker.name, face: asker.faceFileId },
      ownerName: wanted.name,
      answeredBy: settler.name,
    })
    .from(taskRequests)
    .innerJoin(asker, eq(asker.id, taskRequests.personId))
    .leftJoin(wanted, eq(wanted.id, taskRequests.ownerId))
    .leftJoin(settler, eq(settler.id, taskRequests.answeredBy))
    .where(eq(taskRequests.taskId, taskId))
    .orderBy(sql`case when ${taskRequests.state} = 'open' then 0 else 1 end`, desc(taskRequests.id))
    .limit(20)

export type TaskRequest = Awaited<ReturnType<typeof requestsOf>>[number]
