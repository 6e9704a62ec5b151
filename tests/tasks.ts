import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { createTask, type NewTask } from "@/lib/tasks/creating"

/** An ordinary task for somebody, without a home. @returns its id */
export const aTask = (
  ctx: Ctx & { actor: PersonActor },
  ownerId: number,
  name = "写压测报告",
  more: Partial<NewTask> = {},
) =>
  createTask(ctx, {
    name,
    ownerId,
    description: "",
    coworkerIds: [],
    startAt: null,
    dueAt: null,
    priority: "medium",
    departmentId: null,
    sensitivityId: null,
    risk: "",
    ...more,
  })
