import { desc, eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { db, prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import { taskRequests } from "@/db/schema/tasks"

const asker = alias(people, "asker")
const wanted = alias(people, "wanted")
const settler = alias(people, "settler")

const asked = prepared((on) =>
  on
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
    .where(eq(taskRequests.taskId, sql.placeholder("taskId")))
    .orderBy(sql`case when ${taskRequests.state} = 'open' then 0 else 1 end`, desc(taskRequests.id))
    .limit(20)
    .prepare(),
)

/** What was asked of a task, open first, then what was settled last. */
export const requestsOf = (taskId: number) => asked(db()).execute({ taskId })

export type TaskRequest = Awaited<ReturnType<typeof requestsOf>>[number]
