import { inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { guestInvitations } from "@/db/schema/guests"

/** Names of guests by their invitations' numbers, with where they are from. */
export async function guestNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: guestInvitations.id,
      name: guestInvitations.name,
      organisation: guestInvitations.organisation,
    })
    .from(guestInvitations)
    .where(inArray(guestInvitations.id, [...new Set(ids)]))
  return new Map(
    rows.map(({ id, name, organisation }) => [
      id,
      organisation === "" ? name : `${name}（${organisation}）`,
    ]),
  )
}
