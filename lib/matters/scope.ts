import {
  and,
  eq,
  exists,
  inArray,
  isNull,
  lt,
  ne,
  or,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm"
import { idsIn } from "@/db/bulk"
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

/** The ids of that department and of all below it. */
export const homeIds = (org: DepartmentTree, actor: PersonActor): number[] =>
  subtree(org, homeOf(org, actor))

/**
 * What a view shows to somebody, of the matters that they may see.
 * @param home ids of the department that they speak for, with those below it
 * @param concerned of the one that is looked at
 */
export function inView(
  view: MatterFilter["view"],
  me: number | Placeholder,
  home: SQL,
  concerned = home,
): SQL | undefined {
  const inPart = (condition: SQL | undefined) =>
    exists(
      db()
        .select({ one: sql`1` })
        .from(matterParts)
        .where(and(eq(matterParts.matterId, matters.id), condition)),
    )
  const views: Record<typeof view, SQL | undefined> = {
    all: undefined,
    waiting: and(
      lt(matters.sortKey, stateRange("done").from),
      inPart(and(inArray(matterParts.departmentId, home), isNull(matterParts.confirmedAt))),
    ),
    mine: or(eq(matters.ownerId, me), inPart(eq(matterParts.ownerId, me))),
    department: inPart(inArray(matterParts.departmentId, concerned)),
    matrix: ne(matters.state, "done"),
  }
  return views[view]
}

/** What a view, narrowed, shows of the matters that the actor may see. */
export function scopeOf(
  org: DepartmentTree,
  actor: PersonActor,
  { view, department }: Pick<MatterFilter, "view" | "department">,
): SQL | undefined {
  const home = idsIn(homeIds(org, actor))
  const concerned = department === undefined ? undefined : idsIn(subtree(org, department))
  // One department's among all are those that concern it.
  const shown = view === "all" && concerned ? "department" : view
  return and(inView(shown, actor.personId, home, concerned), visibleTo(actor))
}
