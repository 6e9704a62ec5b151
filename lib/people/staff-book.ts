import type { Db } from "@/db/database"
import { departments, people, personDuties } from "@/db/schema/people"
import type { StaffValues } from "./staff-conflicts"
import type { ExistingStaff } from "./staff-rows"

export interface StaffEntry {
  id: number
  values: StaffValues
}

/** Everybody and every department, in the words of a staff file. */
export interface StaffBook {
  byNumber: ReadonlyMap<string, StaffEntry>
  departments: ReadonlyMap<string, { id: number; headId: number | null }>
}

/** Reads the whole company. For imports and exports, never for a page. */
export async function staffBook(db: Db): Promise<StaffBook> {
  const units = await db.select().from(departments)
  const rows = await db.select().from(people)
  const given = await db.select().from(personDuties)
  const paths = pathsOf(units)
  const heads = new Map(units.map((unit) => [unit.id, unit.headId]))
  const numbers = new Map(rows.map((row) => [row.id, row.staffNo]))
  const dutiesOf = Map.groupBy(given, (row) => row.personId)
  const valuesOf = (row: typeof people.$inferSelect): StaffValues => ({
    staffNo: row.staffNo,
    name: row.name,
    email: row.email,
    phone: row.phone ?? "",
    department: paths.get(row.departmentId) ?? "",
    post: row.post,
    manager: numbers.get(row.managerId ?? 0) ?? "",
    isHead: heads.get(row.departmentId) === row.id ? "yes" : "no",
    level: row.level,
    duties: (dutiesOf.get(row.id) ?? [])
      .map(({ duty }) => duty)
      .toSorted()
      .join(";"),
    hiredOn: row.hiredOn ?? "",
    birthday: row.birthday ?? "",
    status: row.disabledAt ? "left" : "active",
  })
  return {
    byNumber: new Map(rows.map((row) => [row.staffNo, { id: row.id, values: valuesOf(row) }])),
    departments: new Map(
      units.map((unit) => [paths.get(unit.id) ?? "", { id: unit.id, headId: unit.headId }]),
    ),
  }
}

/** What `checkStaffRows` compares a file with. */
export async function existingStaff(db: Db): Promise<ExistingStaff> {
  const book = await staffBook(db)
  const numbers = new Map([...book.byNumber].map(([staffNo, { id }]) => [id, staffNo]))
  return {
    staff: [...book.byNumber.values()].map(({ values }) => values),
    departments: [...book.departments].map(([path, { headId }]) => ({
      path,
      head: numbers.get(headId ?? 0) ?? "",
    })),
  }
}

/** `研发部/后端组` by department. */
function pathsOf(
  units: readonly { id: number; name: string; parentId: number | null }[],
): Map<number, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const paths = new Map<number, string>()
  const pathOf = (id: number): string => {
    const unit = byId.get(id)
    if (!unit) return ""
    const path =
      paths.get(id) ??
      (unit.parentId === null ? unit.name : `${pathOf(unit.parentId)}/${unit.name}`)
    paths.set(id, path)
    return path
  }
  for (const unit of units) pathOf(unit.id)
  return paths
}
