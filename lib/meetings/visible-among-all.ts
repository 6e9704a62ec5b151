import { inArray, type SQL, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { meetings } from "@/db/schema/meetings"
import { visibleIds } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { visibleTo } from "./policy"

/**
 * As `visibleTo`, for lists that go back through all meetings there ever were. Whoever sees few of
 * them has those looked up; to whoever sees many, one goes from the newest on and finds a page soon.
 */
export async function visibleAmongAll(actor: PersonActor, few = 2_000): Promise<SQL> {
  const ids = visibleIds(actor, "meeting", { limit: few + 1 })
  const rows = await db()
    .select({ id: meetings.id })
    .from(meetings)
    .where(sql`${meetings.id} in (${ids})`)
  return rows.length > few
    ? visibleTo(actor)
    : sql`${inArray(meetings.id, idsIn(rows.map(({ id }) => id)))} and ${visibleTo(actor)}`
}
