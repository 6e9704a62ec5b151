import { and, eq, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { meetings } from "@/db/schema/meetings"
import { hasOutsideReaders } from "@/lib/platform/outside-readers"
import type { Meeting } from "./meeting"

/** Meetings of one series that are looked at: those that stand ahead. */
const most = 100

/** Whether guests were let in to a meeting, or to another one that changes together with it. */
export async function guestsReadIt(
  db: Db,
  { id, ruleId }: Pick<Meeting, "id" | "ruleId">,
): Promise<boolean> {
  if (ruleId === null) return hasOutsideReaders(db, "meeting", [id])
  const rows = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.ruleId, ruleId), inArray(meetings.state, ["published", "live"])))
    .limit(most)
  return hasOutsideReaders(db, "meeting", [id, ...rows.map((row) => row.id)])
}
