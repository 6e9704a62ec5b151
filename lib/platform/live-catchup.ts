import { asc, gt, gte, type SQL, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import { db, engine } from "@/db/engine"
import { events } from "@/db/schema/events"
import { frame } from "./live"
import { cursorNow } from "./live-cursor"

export { cursorNow } from "./live-cursor"

/** Beyond this reading everything again costs less than telling it. */
const most = 500

/**
 * What a browser missed while it was away. Open the stream first and ask then: what is committed
 * meanwhile is heard twice rather than never, and a "change" heard twice only reads again.
 * @param lastId the id of the last frame it got (`Last-Event-ID`), whatever a client may send
 * @param topics those it listens to, already authorised
 * @returns "reset" when it has to read everything again
 */
export async function missedSince(
  lastId: string,
  topics: ReadonlySet<string>,
): Promise<{ frames: string[]; cursor: string } | "reset"> {
  const after = await placeOf(lastId)
  if (!after) return "reset"
  const cursor = await cursorNow()
  const rows = await db()
    .select({ id: events.id, topics: events.topics })
    .from(events)
    .where(after)
    .orderBy(asc(events.id))
    .limit(most + 1)
  if (rows.length > most) return "reset"
  const missed = [...new Set(rows.flatMap((row) => row.topics))].filter((topic) =>
    topics.has(topic),
  )
  return { frames: missed.length > 0 ? [frame("change", { topics: missed }, cursor)] : [], cursor }
}

/** Null for a cursor that isn't ours, or that is ahead of this database (a backup was restored). */
async function placeOf(lastId: string): Promise<SQL | null> {
  const [, mark, digits] = /^(x?)(\d{1,18})$/.exec(lastId) ?? []
  if (digits === undefined || (mark === "x") !== onPostgres) return null
  const ahead = onPostgres
    ? sql`select ${BigInt(digits)}::bigint > pg_snapshot_xmax(pg_current_snapshot())::text::bigint as ahead`
    : sql`select ${Number(digits)} > coalesce((select max(id) from events), 0) as ahead`
  const [row] = await engine().rows<{ ahead: boolean | number }>(db(), ahead)
  if (row?.ahead) return null
  return onPostgres ? gte(events.transaction, Number(digits)) : gt(events.id, Number(digits))
}
