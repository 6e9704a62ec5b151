import { and, desc, eq, or } from "drizzle-orm"
import type { Db } from "@/db/database"
import { matters } from "@/db/schema/matters"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"
import { numberOf } from "./numbers"
import { visibleTo } from "./policy"

/** Matters that somebody owns or registered, as far as they are theirs to see. */
export async function ownMatterSheets(db: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  const mine = or(eq(matters.ownerId, actor.personId), eq(matters.creatorId, actor.personId))
  const rows = await db
    .select()
    .from(matters)
    .where(and(mine, visibleTo(actor)))
    .orderBy(desc(matters.createdAt), desc(matters.id))
    .limit(mostOwnRows)
  return [
    {
      name: { zh: "跨部门事项", en: "Matters" },
      columns: [
        { zh: "事项编号", en: "Matter number" },
        { zh: "事项描述", en: "Description" },
        { zh: "目标", en: "Goal" },
        { zh: "背景", en: "Background" },
        { zh: "我是负责人", en: "Owner" },
        { zh: "当前状态", en: "Status" },
        { zh: "计划完成时间", en: "Planned for" },
        { zh: "备注", en: "Remarks" },
      ],
      rows: rows.map((matter) => [
        numberOf(matter.id),
        ...[matter.description, matter.goal, matter.background],
        matter.ownerId === actor.personId ? "✓" : "",
        matter.state,
        matter.dueAt,
        matter.remark,
      ]),
    },
  ]
}
