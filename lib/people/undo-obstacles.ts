import { inArray, type SQL, sql } from "drizzle-orm"
import { breath } from "@/db/breath"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { type Reference, referencesTo } from "@/db/references"
import { departments, people, type staffImports } from "@/db/schema/people"
import type { ImportRights, PlannedPerson } from "./import-plan"
import type { StaffBook, StaffEntry } from "./staff-book"
import { type DoneChange, sorted } from "./undo-changes"

/** Why an import stays as it is, and because of whom. */
export interface Obstacle {
  code:
    | "undone"
    | "changed_since"
    | "signed_in"
    | "referred"
    | "department_used"
    | "department_gone"
    | "needs_platform"
  names: string[]
  count: number
}

type Import = Pick<typeof staffImports.$inferSelect, "id" | "undoneAt" | "departments">

const shown = 5
const obstacle = (code: Obstacle["code"], names: readonly string[]): Obstacle[] =>
  names.length === 0 ? [] : [{ code, names: names.slice(0, shown), count: names.length }]

/** Everything that stands in the way of undoing an import; nothing: it can be undone. */
export async function obstaclesTo(
  db: Db,
  done: Import,
  {
    book,
    changes,
    rights,
  }: { book: StaffBook; changes: readonly DoneChange[]; rights: ImportRights },
): Promise<Obstacle[]> {
  if (done.undoneAt) return [{ code: "undone", names: [], count: 0 }]
  const { added, restored, changedSince } = sorted(book, changes)
  const touched = idsIn([...added, ...restored].flatMap(({ id }) => id ?? []))
  const { signedIn, referred } = await usesOf(db, done, added, touched)
  const gone = restored.filter(({ after: { department, status } }) => {
    const home = book.departments.get(department)
    return !home || (home.closed && status === "active")
  })
  return [
    ...(rights.giveDuties ? [] : obstacle("needs_platform", administrative(added, restored))),
    ...obstacle("changed_since", changedSince),
    ...obstacle("signed_in", signedIn),
    ...obstacle("referred", referred),
    ...obstacle("department_gone", [...new Set(gone.map(({ after }) => after.department))]),
    ...obstacle("department_used", await departmentsUsed(db, done, touched)),
  ]
}

/** Duties, and the accounts of those with 平台管理, are for platform administrators (decision 3). */
function administrative(added: readonly StaffEntry[], restored: readonly PlannedPerson[]) {
  const runs = (duties = "") => duties.split(";").includes("platform")
  return [
    ...added.filter(({ values }) => values.duties !== "").map(({ values }) => values.name),
    ...restored
      .filter(({ before, after }) => before?.duties !== after.duties || runs(after.duties))
      .map(({ after }) => after.name),
  ]
}

const ownTables = new Set(["sessions", "credentials"])

/** Added people who came in already, and those whom other records name. */
async function usesOf(db: Db, done: Import, added: readonly StaffEntry[], touched: SQL) {
  const ids = idsIn(added.map(({ id }) => id))
  const names = new Map(added.map(({ id, values }) => [id, values.name]))
  const [signedIn, referred] = [new Set<string>(), new Set<string>()]
  for (const reference of added.length > 0 ? referencesTo(people) : []) {
    if (reference.cascades && !ownTables.has(reference.from)) continue
    const found = reference.cascades ? signedIn : referred
    for (const id of await pointing(db, reference, ids, { done, touched }))
      found.add(names.get(id) ?? "")
    // Some fifty tables are looked through for as many people as were added.
    await breath()
  }
  return { signedIn: [...signedIn], referred: [...referred] }
}

/** Which of the ids rows of another table point at, the rows that the undoing removes left out. */
async function pointing(
  db: Db,
  { from, table, column }: Reference,
  ids: SQL,
  { done, touched }: { done: Import; touched: SQL },
): Promise<number[]> {
  const aside: Record<string, ReturnType<typeof sql>> = {
    people: sql` and "people"."id" not in ${touched}`,
    staff_import_changes: sql` and "staff_import_changes"."import_id" <> ${done.id}`,
    // Leading the own department came with the row; it goes with it.
    departments: sql` and ("departments"."head_id" is null or "departments"."id" <>
      (select "department_id" from "people" where "people"."id" = "departments"."head_id"))
      and "departments"."id" not in ${idsIn(done.departments ?? [])}`,
  }
  const rows = await db
    .selectDistinct({ id: sql<number>`${column}` })
    .from(table)
    .where(sql`${column} in ${ids}${aside[from] ?? sql``}`)
  return rows.map(({ id }) => Number(id))
}

/** Departments it made that hold something else by now. */
async function departmentsUsed(db: Db, done: Import, touched: SQL): Promise<string[]> {
  const made = done.departments ?? []
  if (made.length === 0) return []
  const used = new Set<number>()
  for (const reference of referencesTo(departments))
    for (const id of await pointing(db, reference, idsIn(made), { done, touched })) used.add(id)
  const rows = await db
    .select({ name: departments.name })
    .from(departments)
    .where(inArray(departments.id, [...used]))
  return rows.map(({ name }) => name)
}
