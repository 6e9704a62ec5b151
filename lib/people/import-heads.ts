import { sql } from "drizzle-orm"
import { valuesTable } from "@/db/bulk"
import { departments } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { PlannedPerson } from "./import-plan"
import type { StaffBook } from "./staff-book"

/**
 * Who leads what afterwards. A row speaks of the person's own department: whoever leads another
 * one besides keeps it, and who left leads nothing.
 * @returns departments whose head changes, by path
 * @throws Refusal when somebody else came to lead one since the file was checked
 */
export function headChanges(
  book: StaffBook,
  planned: readonly PlannedPerson[],
): Map<string, string | null> {
  const leavers = new Set(
    planned.flatMap(({ id, after }) => (id !== null && after.status === "left" ? [id] : [])),
  )
  const changes = new Map<string, string | null>()
  for (const [path, { headId }] of book.departments)
    if (headId !== null && leavers.has(headId)) changes.set(path, null)
  for (const { before, after } of planned)
    if (
      before?.isHead === "yes" &&
      (after.isHead === "no" || after.department !== before.department)
    )
      changes.set(before.department, null)
  for (const { id, after } of planned) {
    if (after.isHead !== "yes") continue
    const head = book.departments.get(after.department)?.headId ?? null
    if (head !== null && head === id) continue
    if (head !== null && changes.get(after.department) !== null)
      refuse("conflict", { sentence: "people.error.importStale" })
    changes.set(after.department, after.staffNo)
  }
  return changes
}

export async function writeHeads(
  ctx: Ctx,
  changes: ReadonlyMap<string, string | null>,
  departmentIds: ReadonlyMap<string, number>,
  personIds: ReadonlyMap<string, number>,
): Promise<void> {
  if (changes.size === 0) return
  const pairs = [...changes].map(([path, staffNo]): [number, number | null] => [
    departmentIds.get(path) ?? refuse("conflict"),
    staffNo === null ? null : (personIds.get(staffNo) ?? refuse("conflict")),
  ])
  await ctx.tx
    .update(departments)
    .set({ headId: sql`pair.column2` })
    .from(sql`${valuesTable(pairs, ["bigint", "bigint"])} as pair`)
    .where(sql`${departments.id} = pair.column1`)
}
