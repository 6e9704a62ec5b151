import { and, asc, count, eq, inArray, isNull } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"

/** Active people by the department that they belong to directly. */
export async function headcounts(db: Db): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .select({ id: people.departmentId, count: count() })
    .from(people)
    .where(isNull(people.disabledAt))
    .groupBy(people.departmentId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

const shownMembers = 200

/** Who belongs to a department directly; the first 200, and whether there are more. */
export async function directMembers(db: Db, departmentId: number) {
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      face: people.faceFileId,
      post: people.post,
      staffNo: people.staffNo,
    })
    .from(people)
    .where(and(eq(people.departmentId, departmentId), isNull(people.disabledAt)))
    .orderBy(asc(people.staffNo))
    .limit(shownMembers + 1)
  return { members: rows.slice(0, shownMembers), more: rows.length > shownMembers }
}

/** Members of several departments as the levels page shows them. */
export const levelRows = (db: Db, departmentIds: readonly number[], limit: number) =>
  db
    .select({
      id: people.id,
      name: people.name,
      pinyin: people.pinyin,
      initials: people.initials,
      post: people.post,
      level: people.level,
      face: people.faceFileId,
      departmentId: people.departmentId,
      createdAt: people.createdAt,
    })
    .from(people)
    .where(and(inArray(people.departmentId, idsIn(departmentIds)), isNull(people.disabledAt)))
    .orderBy(asc(people.staffNo))
    .limit(limit)
