import { eq, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { departmentReports } from "@/db/schema/meetings/record"
import { departments } from "@/db/schema/people"
import type { Grant } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"

/** A department's part of a week's report, for whoever leads it. */
export interface DepartmentReport {
  id: number
  departmentId: number
  department: string
  headId: number
  week: string
  grants: readonly Grant[]
  sensitivityId: null
}

const columns = {
  id: departmentReports.id,
  departmentId: departmentReports.departmentId,
  department: departments.name,
  headId: departmentReports.headId,
  week: departmentReports.week,
}

const rows = (on: Db, ids: readonly number[]) =>
  on
    .select(columns)
    .from(departmentReports)
    .innerJoin(departments, eq(departments.id, departmentReports.departmentId))
    .where(inArray(departmentReports.id, [...ids]))

export async function findDepartmentReport(on: Db, id: number): Promise<DepartmentReport | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await rows(on, [id])
  return row
    ? {
        ...row,
        grants: [{ principal: `person:${row.headId}`, level: "view" }],
        sensitivityId: null,
      }
    : null
}

export const titleOf = ({ department, week }: { department: string; week: string }): string =>
  `${department} ${week}`

export const partAddress = ({ departmentId, week }: { departmentId: number; week: string }) =>
  `/reports/resolutions?week=${week}&department=${departmentId}`

export async function titledDepartmentReports(db: Db, ids: readonly number[]) {
  const found = await rows(db, ids)
  return new Map(found.map((row) => [row.id, { title: titleOf(row), href: partAddress(row) }]))
}

export async function toHead(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const report = await findDepartmentReport(ctx.tx, event.recordId)
  return report
    ? [{ category: "meetings.resolutions", needsYou: false, personIds: [report.headId] }]
    : []
}
