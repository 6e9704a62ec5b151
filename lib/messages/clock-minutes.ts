import { desc, eq, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { announcements } from "@/db/schema/groups"
import { settings } from "@/lib/platform/settings"

/** Within how many minutes an answer is owed: working ones for ordinary, real ones for urgent. */
export interface ResponseMinutes {
  ordinary: number
  urgent: number
}

const newest = prepared((db) =>
  db
    .select({ ordinary: announcements.ordinaryMinutes, urgent: announcements.urgentMinutes })
    .from(announcements)
    .where(eq(announcements.groupId, sql.placeholder("groupId")))
    .orderBy(desc(announcements.id))
    .limit(1)
    .prepare(),
)

/** What the group's newest announcement promises, else what the company does. */
export async function responseMinutes(db: Db, groupId: number): Promise<ResponseMinutes> {
  const [said] = await newest(db).execute({ groupId })
  const { promises } = await settings()
  return {
    ordinary: said?.ordinary ?? promises.ordinaryHours * 60,
    urgent: said?.urgent ?? promises.urgentMinutes,
  }
}
