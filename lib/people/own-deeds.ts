import { and, desc, eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { events } from "@/db/schema/events"
import { comments } from "@/db/schema/platform"
import { visible } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"

/** What somebody wrote and did: comments under records that are still theirs to see, and events. */
export async function deedSheets(db: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  const written = await db
    .select({
      at: comments.at,
      kind: comments.kind,
      recordId: comments.recordId,
      body: comments.body,
    })
    .from(comments)
    .where(
      and(
        eq(comments.personId, actor.personId),
        eq(comments.state, "shown"),
        visible(actor, sql`${comments.kind}`, comments.recordId),
      ),
    )
    .orderBy(desc(comments.id))
    .limit(mostOwnRows)
  const done = await db
    .select({
      at: events.at,
      type: events.type,
      kind: events.kind,
      recordId: events.recordId,
      address: events.address,
    })
    .from(events)
    .where(and(eq(events.actorKind, "person"), eq(events.actorId, actor.personId)))
    .orderBy(desc(events.id))
    .limit(mostOwnRows)
  const record = [
    { zh: "对象", en: "Object" },
    { zh: "记录号", en: "Record no." },
  ]
  const time = { zh: "时间", en: "Time" }
  return [
    {
      name: { zh: "评论", en: "Comments" },
      columns: [time, ...record, { zh: "内容", en: "Text" }],
      rows: written.map((row) => [row.at, row.kind, row.recordId, row.body]),
    },
    {
      name: { zh: "操作", en: "Actions" },
      columns: [time, { zh: "动作", en: "Action" }, ...record, { zh: "来源", en: "Source" }],
      rows: done.map((row) => [row.at, row.type, row.kind, row.recordId, row.address]),
    },
  ]
}
