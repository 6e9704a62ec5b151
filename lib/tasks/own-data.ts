import { and, desc, eq, or } from "drizzle-orm"
import type { Db } from "@/db/database"
import { tasks } from "@/db/schema/tasks"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"
import { ownAsked } from "./own-asked"
import { visibleTo } from "./policy"

/** Tasks that somebody owns or made, as far as they are theirs to see. */
export async function ownTaskSheets(db: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  const mine = or(eq(tasks.ownerId, actor.personId), eq(tasks.creatorId, actor.personId))
  const rows = await db
    .select()
    .from(tasks)
    .where(and(mine, visibleTo(actor)))
    .orderBy(desc(tasks.id))
    .limit(mostOwnRows)
  return [
    ...(await ownAsked(db, actor)),
    {
      name: { zh: "任务", en: "Tasks" },
      columns: [
        { zh: "任务名称", en: "Task name" },
        { zh: "我是负责人", en: "Owner" },
        { zh: "我创建的", en: "Created by me" },
        { zh: "任务描述", en: "Description" },
        { zh: "当前状态", en: "Status" },
        { zh: "完成进度", en: "Progress" },
        { zh: "截止时间", en: "Due" },
        { zh: "更新时间", en: "Updated" },
      ],
      rows: rows.map((task) => [
        task.name,
        task.ownerId === actor.personId ? "✓" : "",
        task.creatorId === actor.personId ? "✓" : "",
        task.description,
        task.state,
        task.progress,
        task.dueAt,
        task.updatedAt,
      ]),
    },
  ]
}
