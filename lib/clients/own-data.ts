import { and, desc, eq, or } from "drizzle-orm"
import type { Db } from "@/db/database"
import { clients, communications } from "@/db/schema/clients"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"
import { visibleTo } from "./policy"

/** Clients that somebody is responsible for, and the records of talks that are theirs. */
export async function ownClientSheets(db: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  return [await ownedBy(db, actor), await recordedBy(db, actor)]
}

async function ownedBy(db: Db, actor: PersonActor): Promise<OwnSheet> {
  const rows = await db
    .select()
    .from(clients)
    .where(and(eq(clients.ownerId, actor.personId), visibleTo(actor)))
    .orderBy(desc(clients.id))
    .limit(mostOwnRows)
  return {
    name: { zh: "客户", en: "Clients" },
    columns: [
      { zh: "客户名称", en: "Client" },
      { zh: "统一社会信用代码", en: "Credit code" },
      { zh: "阶段", en: "Stage" },
      { zh: "标签", en: "Tags" },
      { zh: "下次沟通时间", en: "Next contact" },
      { zh: "备注", en: "Remarks" },
    ],
    rows: rows.map((row) => [
      ...[row.name, row.creditCode, row.stage, row.tags],
      ...[row.nextContactAt, row.remark],
    ]),
  }
}

async function recordedBy(db: Db, actor: PersonActor): Promise<OwnSheet> {
  const mine = or(
    eq(communications.recorderId, actor.personId),
    eq(communications.ownerId, actor.personId),
  )
  const rows = await db
    .select({ record: communications, client: clients.name })
    .from(communications)
    .innerJoin(clients, eq(clients.id, communications.clientId))
    .where(and(mine, visibleTo(actor)))
    .orderBy(desc(communications.at), desc(communications.id))
    .limit(mostOwnRows)
  return {
    name: { zh: "沟通记录", en: "Communications" },
    columns: [
      { zh: "客户名称", en: "Client" },
      { zh: "沟通时间", en: "Time" },
      { zh: "沟通方式", en: "Method" },
      { zh: "沟通主题", en: "Topic" },
      { zh: "客户需求/反馈", en: "Need or feedback" },
      { zh: "内部响应措施", en: "Our response" },
      { zh: "跟进计划", en: "Follow-up plan" },
      { zh: "下次沟通时间", en: "Next contact" },
    ],
    rows: rows.map(({ record, client }) => [
      ...[client, record.at, record.method, record.topic, record.need],
      ...[record.response, record.plan, record.nextAt],
    ]),
  }
}
