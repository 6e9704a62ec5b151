import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { departments, people } from "@/db/schema/people"

const found = prepared((on) =>
  on
    .select({
      id: people.id,
      name: people.name,
      pinyin: people.pinyin,
      initials: people.initials,
      face: people.faceFileId,
      department: departments.name,
    })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .innerJoin(departments, eq(departments.id, people.departmentId))
    .where(
      and(
        eq(groupMembers.groupId, sql.placeholder("groupId")),
        isNull(people.disabledAt),
        sql`(${people.name} like ${sql.placeholder("inside")} escape '\\'
          or replace(${people.pinyin}, ' ', '') like ${sql.placeholder("begins")} escape '\\'
          or ${people.initials} like ${sql.placeholder("begins")} escape '\\')`,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(8)
    .prepare(),
)

/** Members of a group by part of their name, pinyin or initials: who can be mentioned there. */
export function membersFor(groupId: number, query: string) {
  const typed = query
    .trim()
    .toLowerCase()
    .slice(0, 40)
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return found(db()).execute({ groupId, begins: `${typed}%`, inside: `%${typed}%` })
}
