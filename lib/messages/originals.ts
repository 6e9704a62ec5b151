import { inArray, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { messageOriginals } from "@/db/schema/messages"

const among = prepared((on) =>
  on
    .select({ id: messageOriginals.messageId })
    .from(messageOriginals)
    .where(inArray(messageOriginals.messageId, idsGiven("ids")))
    .prepare(),
)
const one = prepared((on) =>
  on
    .select({ body: messageOriginals.body })
    .from(messageOriginals)
    .where(sql`${messageOriginals.messageId} = ${sql.placeholder("id")}`)
    .prepare(),
)

/** Which of these messages are masked. */
export async function maskedAmong(on: Db, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await among(on).execute({ ids: JSON.stringify(ids) })
  return new Set(rows.map(({ id }) => id))
}

/** What a masked message said as it was written. The caller has checked that a member asks. */
export async function originalOf(id: number): Promise<{ body: string } | null> {
  const [row] = await one(db()).execute({ id })
  return row ?? null
}
