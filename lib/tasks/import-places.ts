import { and, eq, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import type { NameBook } from "@/lib/people/name-book"
import type { PersonActor } from "@/lib/platform/actor"
import type { CellNote } from "@/lib/platform/record-import"
import { canGroup, canImportTo } from "./policy"

export interface Place {
  departmentId: number | null
  groupId: number | null
}

/** Groups whose work the actor may make, by name. */
export async function groupBook(actor: PersonActor): Promise<ReadonlyMap<string, number>> {
  const rows = await db()
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .innerJoin(groupMembers, eq(groupMembers.groupId, groups.id))
    .where(and(eq(groupMembers.personId, actor.personId), isNull(groups.archivedAt)))
    .limit(1_000)
  return new Map(rows.flatMap(({ id, name }) => (canGroup(actor, id) ? [[name, id]] : [])))
}

/**
 * 所属项目/部门: a department, a group, or both with a hyphen between (市场部-新品项目). A group that
 * isn't there is told of and left out (decision 19); a department that isn't can't be guessed.
 */
export function placeIn(
  actor: PersonActor,
  { book, groups: own }: { book: NameBook; groups: ReadonlyMap<string, number> },
  cell: string,
  note: (code: string) => CellNote,
): { place: Place; errors: CellNote[]; warnings: CellNote[] } {
  const none = { departmentId: null, groupId: null }
  if (cell === "") return { place: none, errors: [], warnings: [] }
  const group = own.get(cell)
  if (group !== undefined) return { place: { ...none, groupId: group }, errors: [], warnings: [] }
  const whole = book.department(cell)
  const at = whole === "nobody" ? cell.indexOf("-") : -1
  const department = at < 0 ? whole : book.department(cell.slice(0, at).trim())
  if (typeof department !== "number")
    return {
      place: none,
      errors: [note(department === "several" ? "severalHomes" : "noHome")],
      warnings: [],
    }
  if (!canImportTo(actor, department))
    return { place: none, errors: [note("notYours")], warnings: [] }
  if (at < 0)
    return { place: { departmentId: department, groupId: null }, errors: [], warnings: [] }
  const named = own.get(cell.slice(at + 1).trim()) ?? null
  return {
    place: { departmentId: department, groupId: named },
    errors: [],
    warnings: named === null ? [note("noGroup")] : [],
  }
}
