import { asc, gt } from "drizzle-orm"
import { inParts, mapSlowly } from "@/db/breath"
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
  departments: ReadonlyMap<string, { id: number; headId: number | null; closed: boolean }>
}

/** Reads the whole company. For imports and exports, never for a page. */
export async function staffBook(db: Db): Promise<StaffBook> {
  const units = await db.select().from(departments)
  const rows = await everybody(db)
  const given = await db.select().from(personDuties)
  const paths = pathsOf(units)
  const heads = new Map(units.map((unit) => [unit.id, unit.headId]))
  const numbers = new Map(rows.map((row) => [row.id, row.staffNo]))
  const dutiesOf = Map.groupBy(given, (row) => row.personId)
  const valuesOf = (row: Row): StaffValues => ({
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
  const entries = await mapSlowly(rows, (row): [string, StaffEntry] => [
    row.staffNo,
    { id: row.id, values: valuesOf(row) },
  ])
  return {
    byNumber: new Map(entries),
    departments: new Map(
      units.map(({ id, headId, closedAt }) => [
        paths.get(id) ?? "",
        { id, headId, closed: closedAt !== null },
      ]),
    ),
  }
}

type Row = typeof people.$inferSelect

const everybody = (db: Db): Promise<Row[]> =>
  inParts((after, most) =>
    db.select().from(people).where(gt(people.id, after)).orderBy(asc(people.id)).limit(most),
  )

/** What `checkStaffRows` compares a file with. */
export const existingStaff = async (db: Db): Promise<ExistingStaff> => staffIn(await staffBook(db))

export function staffIn(book: StaffBook): ExistingStaff {
  const numbers = new Map([...book.byNumber].map(([staffNo, { id }]) => [id, staffNo]))
  return {
    staff: [...book.byNumber.values()].map(({ values }) => values),
    departments: [...book.departments].map(([path, { headId, closed }]) => ({
      path,
      head: numbers.get(headId ?? 0) ?? "",
      closed,
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
