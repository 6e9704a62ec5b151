import { inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { guestInvitations } from "@/db/schema/guests"

/** Somebody with where they are from: 王敏（远山科技）. */
export const placedName = (name: string, organisation: string): string =>
  organisation === "" ? name : `${name}（${organisation}）`

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
  return new Map(rows.map(({ id, name, organisation }) => [id, placedName(name, organisation)]))
}
