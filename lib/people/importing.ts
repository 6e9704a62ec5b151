import { breath, mapSlowly } from "@/db/breath"
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
import { planMark } from "./import-mark"
import { writePeople } from "./import-people"
import {
  type IgnoredChange,
  type ImportPlan,
  type ImportRights,
  type PlanChoices,
  type PlannedPerson,
  planImport,
} from "./import-plan"
import { type StaffBook, staffBook } from "./staff-book"
import { staffColumns } from "./staff-columns"
import type { StaffOutcome } from "./staff-rows"

export interface ImportResult {
  /** null when the file changed nothing: then nothing was written. */
  importId: number | null
  added: number
  changed: number
  unchanged: number
  ended: number
  ignored: IgnoredChange[]
}

interface ImportOptions extends PlanChoices {
  fileName: string
  /** The mark of the plan that was looked at; without it, whatever the file says now. */
  mark?: string
  /** Hears how much is done, from 0 to 1. */
  heard?: (share: number) => void
}

/** Duties in a file count only when a platform administrator brings it (decision 3). */
export const rightsOf = ({ actor }: Pick<Ctx, "actor">): ImportRights => ({
  giveDuties: isSystem(actor) || hasDuty(actor, "platform"),
  self: isPerson(actor) ? actor.staffNo : null,
})

/**
 * Writes what a checked staff file says, all of it or nothing (G1.1). The same file again changes
 * nothing and says nothing.
 * @throws Refusal when the file has errors, the company changed since it was checked, or nobody
 *   would be left to run the platform
 */
export async function importStaff(
  ctx: Ctx,
  checked: { outcomes: readonly StaffOutcome[] },
  { fileName, mark, heard = () => {}, ...choices }: ImportOptions,
): Promise<ImportResult> {
  const book = await staffBook(ctx.tx)
  heard(0.2)
  const plan = await planImport(checked.outcomes, book, rightsOf(ctx), choices)
  if (mark !== undefined && (await planMark(plan)) !== mark)
    refuse("conflict", { sentence: "people.error.importStale" })
  const counts = countsOf(plan)
  heard(0.3)
  if (plan.people.length === 0) return { importId: null, ...counts, ignored: plan.ignored }
  const importId = await carryOut(ctx, book, plan, { fileName, heard })
  heard(1)
  emit(ctx, {
    type: "import.done",
    recordId: importId,
    data: { ...counts, ignored: plan.ignored.length },
  })
  return { importId, ...counts, ignored: plan.ignored }
}

function countsOf({ people, unchanged, ended }: ImportPlan) {
  const added = people.filter(({ id }) => id === null).length
  return { added, changed: people.length - added, unchanged, ended }
}

async function carryOut(
  ctx: Ctx,
  book: StaffBook,
  plan: ImportPlan,
  { fileName, heard }: Required<Pick<ImportOptions, "fileName" | "heard">>,
): Promise<number> {
  const { people } = plan
  checkAfter(book, people)
  await breath()
  const paths = people.map(({ after }) => after.department)
  const departments = await makeDepartments(ctx, book, paths)
  await breath()
  const ids = await writePlanned(ctx, book, people, departments.ids)
  heard(0.8)
  const personId = isPerson(ctx.actor) ? ctx.actor.personId : null
  const [row] = await ctx.tx
    .insert(staffImports)
    .values({ fileName, personId, at: ctx.now, ...countsOf(plan), departments: departments.made })
    .returning({ id: staffImports.id })
  const importId = row?.id ?? refuse("conflict")
  const changes = await mapSlowly(people, (person) => ({
    importId,
    personId: ids.get(person.after.staffNo) ?? refuse("conflict"),
    ...differences(person, book),
  }))
  await insertMany(ctx.tx, staffImportChanges, changes)
  return importId
}

/** Everything about people that a plan says. @returns ids by staff number, the new ones too */
export async function writePlanned(
  ctx: Ctx,
  book: StaffBook,
  people: readonly PlannedPerson[],
  departmentIds: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const heads = headChanges(book, people)
  await breath()
  const ids = new Map([...book.byNumber].map(([staffNo, { id }]) => [staffNo, id]))
  await writePeople(ctx, people, ids, departmentIds)
  await writeHeads(ctx, heads, departmentIds, ids)
  await organisationChanged(ctx)
  return ids
}

/** Only what changed; of somebody new, everything. */
function differences({ id, before, after }: PlannedPerson, book: StaffBook) {
  if (!before) return { before: null, after: { ...after } }
  const changed = staffColumns.filter((column) => before[column] !== after[column])
  const only = (values: typeof after) =>
    Object.fromEntries(changed.map((column) => [column, values[column]]))
  const leads = after.status === "left" ? ledElsewhere(book, id, before.department) : []
  return { before: { ...only(before), ...(leads.length > 0 && { leads }) }, after: only(after) }
}

/** A leaver gives up these too, and nothing in a file's row speaks of them. */
const ledElsewhere = (book: StaffBook, id: number | null, own: string): number[] =>
  [...book.departments].flatMap(([path, department]) =>
    department.headId === id && path !== own ? [department.id] : [],
  )
