import { desc, eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { announcements } from "@/db/schema/groups"
import { settings } from "@/lib/platform/settings"

const newest = prepared((db) =>
  db
    .select({
      ordinary: announcements.ordinaryMinutes,
      urgent: announcements.urgentMinutes,
    })
    .from(announcements)
    .where(eq(announcements.groupId, sql.placeholder("groupId")))
    .orderBy(desc(announcements.id))
    .limit(1)
    .prepare(),
)

/**
 * How fast a group answers: its newest announcement decides, else the company's promises.
 * @returns ordinary in working minutes, urgent in minutes by day and night
 */
export async function responseMinutes(
  db: Db,
  groupId: number,
): Promise<{ ordinary: number; urgent: number }> {
  const [own] = await newest(db).execute({ groupId })
  const { promises } = await settings()
  return {
    ordinary: own?.ordinary ?? promises.ordinaryHours * 60,
    urgent: own?.urgent ?? promises.urgentMinutes,
  }
}
