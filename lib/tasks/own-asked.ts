import { and, desc, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { taskRequests, tasks, taskViews } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"
import { visibleTo } from "./policy"

/** What somebody asked to have changed on tasks that they still see, and the views they keep. */
export async function ownAsked(db: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  const [asked, views] = await Promise.all([
    db
      .select({
        task: tasks.name,
        dueAt: taskRequests.dueAt,
        description: taskRequests.description,
        reason: taskRequests.reason,
        state: taskRequests.state,
        at: taskRequests.at,
      })
      .from(taskRequests)
      .innerJoin(tasks, eq(tasks.id, taskRequests.taskId))
      .where(and(eq(taskRequests.personId, actor.personId), visibleTo(actor)))
      .orderBy(desc(taskRequests.id))
      .limit(mostOwnRows),
    db
      .select({ name: taskViews.name, query: taskViews.query, at: taskViews.createdAt })
      .from(taskViews)
      .where(and(eq(taskViews.personId, actor.personId), isNull(taskViews.removedAt)))
      .orderBy(desc(taskViews.id))
      .limit(mostOwnRows),
  ])
  return [
    {
      name: { zh: "变更请求", en: "Requests for change" },
      columns: [
        { zh: "任务名称", en: "Task name" },
        { zh: "截止时间", en: "Due" },
        { zh: "任务描述", en: "Description" },
        { zh: "理由", en: "Reason" },
        { zh: "状态", en: "Status" },
        { zh: "时间", en: "Time" },
      ],
      rows: asked.map((row) => [
        ...[row.task, row.dueAt, row.description, row.reason, row.state, row.at],
      ]),
    },
    {
      name: { zh: "任务视图", en: "Views of tasks" },
      columns: [
        { zh: "视图名称", en: "Name" },
        { zh: "条件", en: "Filter" },
        { zh: "时间", en: "Time" },
      ],
      rows: views.map(({ name, query, at }) => [name, query, at]),
    },
  ]
}
