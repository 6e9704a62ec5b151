import { and, eq, exists, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { matterParts, matters } from "@/db/schema/matters"
import type { PersonActor } from "@/lib/platform/actor"
import { ancestry, type DepartmentTree, subtree } from "@/lib/platform/organisation"
import type { MatterFilter } from "./inputs"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

/** The department that somebody speaks for: the highest one they belong to. */
export const homeOf = (org: DepartmentTree, actor: PersonActor): number =>
  ancestry(org, actor.departmentId).at(-1) ?? actor.departmentId

/** What a view shows of the matters that the actor may see. */
export function scopeOf(
  org: DepartmentTree,
  actor: PersonActor,
  { view, department }: Pick<MatterFilter, "view" | "department">,
): SQL | undefined {
  const inPart = (condition: SQL | undefined) =>
    exists(
      db()
        .select({ one: sql`1` })
        .from(matterParts)
        .where(and(eq(matterParts.matterId, matters.id), condition)),
    )
  const concerned = subtree(org, department ?? homeOf(org, actor))
  const home = subtree(org, homeOf(org, actor))
  const narrowed = {
    all:
      department === undefined ? undefined : inPart(inArray(matterParts.departmentId, concerned)),
    waiting: and(
      lt(matters.sortKey, stateRange("done").from),
      inPart(and(inArray(matterParts.departmentId, home), isNull(matterParts.confirmedAt))),
    ),
    mine: or(eq(matters.ownerId, actor.personId), inPart(eq(matterParts.ownerId, actor.personId))),
    department: inPart(inArray(matterParts.departmentId, concerned)),
    matrix: ne(matters.state, "done"),
  }
  return and(narrowed[view], visibleTo(actor))
}
