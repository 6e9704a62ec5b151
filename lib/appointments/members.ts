import { and, asc, eq, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import type { Whose } from "@/lib/platform/calendar-source"

/** Of a larger home the first of these by name are looked at. */
const most = 60

const person = { id: people.id, name: people.name, face: people.faceFileId }
export type Member = { id: number; name: string; face: number | null }

/** Whose busy times a home's calendar shows: everybody in it. One's own has none. */
export async function membersOf(whose: Whose): Promise<Member[]> {
  if (whose.of === "mine") return []
  const here = isNull(people.disabledAt)
  if (whose.of === "department")
    return db()
      .select(person)
      .from(people)
      .where(and(here, eq(people.departmentId, whose.id)))
      .orderBy(asc(people.pinyin), asc(people.id))
      .limit(most)
  return db()
    .select(person)
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(and(here, eq(groupMembers.groupId, whose.id)))
    .orderBy(asc(people.pinyin), asc(people.id))
    .limit(most)
}
