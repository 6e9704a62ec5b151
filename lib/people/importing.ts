import { insertMany } from "@/db/bulk"
import { staffImportChanges, staffImports } from "@/db/schema/people"
import { hasDuty, isPerson, isSystem } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { checkAfter } from "./import-checks"
import { makeDepartments } from "./import-departments"
import { headChanges, writeHeads } from "./import-heads"
import { writePeople } from "./import-people"
import { type IgnoredChange, type PlannedPerson, planImport } from "./import-plan"
import { staffBook } from "./staff-book"
import { staffColumns } from "./staff-columns"
import type { StaffOutcome } from "./staff-rows"

export interface ImportResult {
  /** null when the file changed nothing: then nothing was written. */
  importId: number | null
  added: number
  changed: number
  unchanged: number
  ignored: IgnoredChange[]
}

/** Duties in a file count only when a platform administrator brings it (decision 3). */
export const givesDuties = (ctx: Pick<Ctx, "actor">): boolean =>
  isSystem(ctx.actor) || hasDuty(ctx.actor, "platform")

/**
 * Writes what a checked staff file says, all of it or nothing (G1.1). The same file again changes
 * nothing and says nothing.
 * @throws Refusal when the file has errors, the company changed since it was checked, or nobody
 *   would be left to run the platform
 */
export async function importStaff(
  ctx: Ctx,
  checked: { outcomes: readonly StaffOutcome[] },
  { fileName }: { fileName: string },
): Promise<ImportResult> {
  const book = await staffBook(ctx.tx)
  const { people, unchanged, ignored } = planImport(checked.outcomes, book, {
    giveDuties: givesDuties(ctx),
    self: ctx.actor.kind === "person" ? ctx.actor.staffNo : null,
  })
  const added = people.filter(({ id }) => id === null).length
  const counts = { added, changed: people.length - added, unchanged }
  if (people.length === 0) return { importId: null, ...counts, ignored }
  checkAfter(book, people)
  const heads = headChanges(book, people)
  const ids = new Map([...book.byNumber].map(([staffNo, { id }]) => [staffNo, id]))
  const departmentIds = await makeDepartments(
    ctx,
    book,
    people.map(({ after }) => after.department),
  )
  await writePeople(ctx, people, ids, departmentIds)
  await writeHeads(ctx, heads, departmentIds, ids)
  await organisationChanged(ctx)
  const importId = await keepRecord(ctx, fileName, counts, people, ids)
  emit(ctx, {
    type: "import.done",
    recordId: importId,
    data: { ...counts, ignored: ignored.length },
  })
  return { importId, ...counts, ignored }
}

async function keepRecord(
  ctx: Ctx,
  fileName: string,
  counts: { added: number; changed: number; unchanged: number },
  planned: readonly PlannedPerson[],
  ids: ReadonlyMap<string, number>,
): Promise<number> {
  const personId = isPerson(ctx.actor) ? ctx.actor.personId : null
  const [row] = await ctx.tx
    .insert(staffImports)
    .values({ fileName, personId, at: ctx.now, ...counts })
    .returning({ id: staffImports.id })
  const importId = row?.id ?? refuse("conflict")
  const changes = planned.map((person) => ({
    importId,
    personId: ids.get(person.after.staffNo) ?? refuse("conflict"),
    ...differences(person),
  }))
  await insertMany(ctx.tx, staffImportChanges, changes)
  return importId
}

/** Only what changed; of somebody new, everything. */
function differences({ before, after }: PlannedPerson) {
  if (!before) return { before: null, after: { ...after } }
  const changed = staffColumns.filter((column) => before[column] !== after[column])
  const only = (values: typeof after) =>
    Object.fromEntries(changed.map((column) => [column, values[column]]))
  return { before: only(before), after: only(after) }
}
