import { and, asc, count, eq, inArray, isNull } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import { type Organisation, organisation, subtree } from "@/lib/platform/organisation"

export interface TreeNode {
  id: number
  name: string
  depth: number
  /** Everybody in it and below. */
  count: number
  /** Whether anything stands below it. */
  parent: boolean
}

/** Active people by the department that they belong to directly. */
export async function headcounts(db: Db): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .select({ id: people.departmentId, count: count() })
    .from(people)
    .where(isNull(people.disabledAt))
    .groupBy(people.departmentId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

/** Departments as lines, each above what is below it: all of them, or those that somebody leads. */
export async function departmentTree(
  db: Db,
  among?: ReadonlySet<number>,
): Promise<{ nodes: TreeNode[]; org: Organisation }> {
  const [org, counts] = await Promise.all([organisation(db), headcounts(db)])
  const open = [...org.departments.values()].filter(
    ({ id, closed }) => !closed && (!among || among.has(id)),
  )
  const shown = new Set(open.map(({ id }) => id))
  const below = Map.groupBy(open, ({ parentId }) =>
    parentId !== null && shown.has(parentId) ? parentId : null,
  )
  const lines = (parentId: number | null, depth: number): TreeNode[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, "zh-CN"))
      .flatMap(({ id, name }) => [
        {
          id,
          name,
          depth,
          count: subtree(org, id).reduce((sum, each) => sum + (counts.get(each) ?? 0), 0),
          parent: below.has(id),
        },
        ...lines(id, depth + 1),
      ])
  return { nodes: lines(null, 0), org }
}

const shownMembers = 200

/** Who belongs to a department directly; the first 200, and whether there are more. */
export async function directMembers(db: Db, departmentId: number) {
  const rows = await db
    .select({ id: people.id, name: people.name, post: people.post, staffNo: people.staffNo })
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
      departmentId: people.departmentId,
      createdAt: people.createdAt,
    })
    .from(people)
    .where(and(inArray(people.departmentId, idsIn(departmentIds)), isNull(people.disabledAt)))
    .orderBy(asc(people.staffNo))
    .limit(limit)
