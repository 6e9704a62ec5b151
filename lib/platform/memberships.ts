import { inArray } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"

/** A group that somebody belongs to, and as what. */
export interface Membership {
  groupId: number
  role: "manager" | "member"
}

const byPeople = prepared((db) =>
  db
    .select({
      personId: groupMembers.personId,
      groupId: groupMembers.groupId,
      role: groupMembers.role,
    })
    .from(groupMembers)
    .where(inArray(groupMembers.personId, idsGiven("ids")))
    .prepare(),
)

/** The groups that people belong to, by person; those who belong to none are left out. */
export async function membershipsOf(
  db: Db,
  personIds: readonly number[],
): Promise<Map<number, Membership[]>> {
  const found = new Map<number, Membership[]>()
  for (const { personId, ...membership } of await byPeople(db).execute({
    ids: JSON.stringify(personIds),
  })) {
    const known = found.get(personId)
    if (known) known.push(membership)
    else found.set(personId, [membership])
  }
  return found
}
