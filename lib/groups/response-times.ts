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

/** Within how long messages are answered: ordinary in working minutes, urgent by day and night. */
export interface ResponseMinutes {
  ordinary: number
  urgent: number
}

/** How fast a group answers: its newest announcement decides, else the company's promises. */
export async function responseMinutes(db: Db, groupId: number): Promise<ResponseMinutes> {
  const [own] = await newest(db).execute({ groupId })
  const { promises } = await settings()
  return {
    ordinary: own?.ordinary ?? promises.ordinaryHours * 60,
    urgent: own?.urgent ?? promises.urgentMinutes,
  }
}
