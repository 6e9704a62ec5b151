import { desc, eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import { taskDueChanges } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Task } from "./task"

/**
 * Keeps when a task was due before, and why that changes.
 * @throws Refusal without a reason; the first time that a task gets needs none
 */
export async function noteDueChange(
  ctx: Ctx & { actor: PersonActor },
  task: Task,
  after: Date | null,
  reason: string,
): Promise<void> {
  if (task.dueAt === null || task.dueAt.getTime() === after?.getTime()) return
  if (reason === "") refuse("invalid", { fields: { reason: "tasks.error.reason" } })
  await ctx.tx.insert(taskDueChanges).values({
    ...{ taskId: task.id, before: task.dueAt, after, reason },
    ...{ personId: ctx.actor.personId, at: ctx.now },
  })
}

const changes = prepared((on) =>
  on
    .select({
      id: taskDueChanges.id,
      before: taskDueChanges.before,
      after: taskDueChanges.after,
      reason: taskDueChanges.reason,
      at: taskDueChanges.at,
      person: { id: people.id, name: people.name, face: people.faceFileId },
    })
    .from(taskDueChanges)
    .innerJoin(people, eq(people.id, taskDueChanges.personId))
    .where(eq(taskDueChanges.taskId, sql.placeholder("taskId")))
    .orderBy(desc(taskDueChanges.id))
    .limit(50)
    .prepare(),
)

/** When a task was due before, the newest change first. */
export const dueChangesOf = (on: Db, taskId: number) => changes(on).execute({ taskId })
