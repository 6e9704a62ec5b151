import type { Db } from "@/db/database"
import { type Organisation, organisation, subtree } from "@/lib/platform/organisation"
import { headcounts } from "./department-members"

export interface TreeNode {
  id: number
  name: string
  depth: number
  /** Everybody in it and below. */
  count: number
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
        },
        ...lines(id, depth + 1),
      ])
  return { nodes: lines(null, 0), org }
}
