import { and, asc, inArray } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { matterParts, matters } from "@/db/schema/matters"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { scopeOf } from "./scope"
import { subTasksOf } from "./sub-tasks"
import { cellsOf, waitsIn } from "./waits"

const most = 500

/**
 * 部门矩阵: which departments wait for which, over all open matters that the actor may see.
 * Departments stand in the order of the organisation; those that nobody waits for are left out.
 */
export async function waitingMatrix(actor: PersonActor, now: Date) {
  const org = await organisation(db())
  const open = await db()
    .select()
    .from(matters)
    .where(scopeOf(org, actor, { view: "matrix", department: undefined }))
    .orderBy(asc(matters.sortKey), asc(matters.id))
    .limit(most)
  const ids = open.map(({ id }) => id)
  const parts =
    ids.length === 0
      ? []
      : await db()
          .select()
          .from(matterParts)
          .where(inArray(matterParts.matterId, idsIn(ids)))
  const subTasks = await subTasksOf(db(), actor, ids)
  const homes = await homesOf([
    ...subTasks.map((task) => task.creatorId),
    ...open.flatMap(({ blockedById }) => blockedById ?? []),
  ])
  const waits = open.flatMap((matter) =>
    waitsIn(
      org,
      { ...matter, parts: parts.filter(({ matterId }) => matterId === matter.id) },
      subTasks.filter(({ matterId }) => matterId === matter.id),
      homes,
      now,
    ),
  )
  const met = new Set(waits.flatMap(({ from, to }) => [from, to]))
  return {
    departments: [...org.departments.values()]
      .filter(({ id }) => met.has(id))
      .map(({ id, name }) => ({ id, name })),
    cells: cellsOf(waits),
    waits,
    matters: new Map(open.map((matter) => [matter.id, matter])),
  }
}

export type Matrix = Awaited<ReturnType<typeof waitingMatrix>>

async function homesOf(personIds: readonly number[]): Promise<Map<number, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await db()
    .select({ id: people.id, departmentId: people.departmentId })
    .from(people)
    .where(and(inArray(people.id, idsIn([...new Set(personIds)]))))
  return new Map(rows.map(({ id, departmentId }) => [id, departmentId]))
}
