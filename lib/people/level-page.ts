import type { Db } from "@/db/database"
import type { PersonActor } from "@/lib/platform/actor"
import { ancestry, type Organisation } from "@/lib/platform/organisation"
import { departmentTree, type TreeNode } from "./department-lines"
import { headcounts, levelRows } from "./department-members"
import { namesOf } from "./finding"
import { lastLevelled, levelHistory } from "./level-history"

/** So many people at most, in whole departments, stand on one page. */
const together = 150
const most = 300

/** The part of a tree's lines that stands at and below one of them. */
function branch(nodes: readonly TreeNode[], id: number): TreeNode[] {
  const at = nodes.findIndex((node) => node.id === id)
  const depth = nodes[at]?.depth ?? 0
  const end = nodes.findIndex((node, i) => i > at && node.depth <= depth)
  return nodes.slice(at, end < 0 ? undefined : end)
}

/** Whole departments until a page is full. @returns where the next page begins, or null */
function fill(nodes: readonly TreeNode[], counts: ReadonlyMap<number, number>, from?: number) {
  const start = Math.max(
    0,
    nodes.findIndex(({ id }) => id === from),
  )
  let people = 0
  let end = start
  while (end < nodes.length && (people === 0 || people < together)) {
    people += counts.get(nodes[end]?.id ?? 0) ?? 0
    end += 1
  }
  return { shown: nodes.slice(start, end), next: nodes[end]?.id ?? null }
}

/** One page of the levels of those whom a head leads; nobody else is on it (G1.2). */
export async function levelPage(
  db: Db,
  actor: PersonActor,
  asked: { department?: number | undefined; from?: number | undefined },
) {
  const { nodes, org } = await departmentTree(db, actor.leads)
  const chosen = nodes.find(({ id }) => id === asked.department) ?? nodes[0]
  if (!chosen) return null
  const all = branch(nodes, chosen.id)
  const { shown, next } = fill(all, await headcounts(db), asked.from)
  const rows = await levelRows(
    db,
    shown.map(({ id }) => id),
    most,
  )
  const [changed, history, above] = await Promise.all([
    lastLevelled(
      db,
      rows.map(({ id }) => id),
    ),
    levelHistory(
      db,
      all.map(({ id }) => id),
    ),
    headAbove(db, org, actor),
  ])
  const groups = shown.map(({ id, name }) => ({
    id,
    name,
    rows: rows
      .filter((row) => row.departmentId === id)
      .map((row) => ({ ...row, changedAt: changed.get(row.id) ?? row.createdAt })),
  }))
  return { nodes, chosen, groups, next, began: shown[0]?.id !== all[0]?.id, history, above }
}

export type LevelPage = NonNullable<Awaited<ReturnType<typeof levelPage>>>

/** Who decides about the head: whoever leads the own department or one above it. */
async function headAbove(db: Db, org: Organisation, actor: PersonActor): Promise<string | null> {
  const heads = ancestry(org, actor.departmentId)
    .map((id) => org.departments.get(id)?.headId ?? null)
    .filter((id) => id !== null && id !== actor.personId)
  const [first] = heads
  if (!first) return null
  return (await namesOf(db, [first])).get(first) ?? null
}
