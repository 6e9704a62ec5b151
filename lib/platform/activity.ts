import { and, desc, eq, lt, notInArray, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { events } from "@/db/schema/events"
import { people } from "@/db/schema/people"
import { commentBodies } from "./comments"

const told = (on: Db) =>
  on
    .select({
      id: events.id,
      at: events.at,
      type: events.type,
      data: events.data,
      personId: people.id,
      name: people.name,
      face: people.faceFileId,
    })
    .from(events)
    .leftJoin(people, and(eq(events.actorKind, "person"), eq(people.id, events.actorId)))

const page = prepared((on) =>
  told(on)
    .where(
      and(
        eq(events.kind, sql.placeholder("kind")),
        eq(events.recordId, sql.placeholder("recordId")),
        lt(events.id, sql.placeholder("before")),
      ),
    )
    .orderBy(desc(events.id))
    .limit(sql.placeholder("limit"))
    .prepare(),
)

/**
 * What happened to a record, newest first. The caller has checked that it is the reader's to see.
 * @param before only what came before this event
 * @param without types that would only be noise
 */
export async function activityOf(
  kind: string,
  recordId: number,
  before = Number.MAX_SAFE_INTEGER,
  limit = 30,
  without: readonly string[] = [],
) {
  const rows =
    without.length === 0
      ? await page(db()).execute({ kind, recordId, before, limit })
      : await told(db())
          .where(
            and(
              ...[eq(events.kind, kind), eq(events.recordId, recordId), lt(events.id, before)],
              notInArray(events.type, [...without]),
            ),
          )
          .orderBy(desc(events.id))
          .limit(limit)
  const bodies = await commentBodies(
    rows.flatMap((row) => (typeof row.data.commentId === "number" ? [row.data.commentId] : [])),
  )
  return rows.map((row) => ({
    ...row,
    body: typeof row.data.commentId === "number" ? (bodies.get(row.data.commentId) ?? null) : null,
  }))
}

export type Activity = Awaited<ReturnType<typeof activityOf>>[number]
