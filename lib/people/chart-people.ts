import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { managersOf } from "./directory-rows"

/** Rows that one department has at most; the rest are in the directory. */
export const mostRows = 50

export interface ChartPerson {
  id: number
  name: string
  face: number | null
  post: string
  hiredOn: string | null
  departmentId: number
  manager: { id: number; name: string } | null
}

const columns = {
  id: people.id,
  name: people.name,
  face: people.faceFileId,
  post: people.post,
  hiredOn: people.hiredOn,
  departmentId: people.departmentId,
}

export type Leader = Pick<ChartPerson, "id" | "name" | "face" | "post">

/** The first people of each of some departments by pinyin, whoever leads one included. */
export async function peopleOf(
  departmentIds: readonly number[],
): Promise<Map<number, ChartPerson[]>> {
  if (departmentIds.length === 0) return new Map()
  const numbered = db()
    .select({
      id: people.id,
      place:
        sql<number>`row_number() over (partition by ${people.departmentId} order by ${people.pinyin}, ${people.id})`.as(
          "place",
        ),
    })
    .from(people)
    .where(and(inArray(people.departmentId, idsIn(departmentIds)), isNull(people.disabledAt)))
    .as("numbered")
  const rows = await db()
    .select(columns)
    .from(numbered)
    .innerJoin(people, eq(people.id, numbered.id))
    .where(sql`${numbered.place} <= ${mostRows}`)
    .orderBy(people.departmentId, people.pinyin, people.id)
  const managers = await managersOf(
    db(),
    rows.map(({ id }) => id),
  )
  return Map.groupBy(
    rows.map((row) => ({ ...row, manager: managers.get(row.id) ?? null })),
    (row) => row.departmentId,
  )
}

const nameable = {
  id: people.id,
  name: people.name,
  face: people.faceFileId,
  post: people.post,
}

/** Some people who are still there, to be named. */
export async function named(ids: readonly number[]) {
  const rows = await db()
    .select(nameable)
    .from(people)
    .where(and(inArray(people.id, idsIn(ids)), isNull(people.disabledAt)))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The one person with nobody above them, if there is one. */
export async function topPerson() {
  const rows = await db()
    .select(nameable)
    .from(people)
    .where(and(isNull(people.managerId), isNull(people.disabledAt)))
    .limit(2)
  return rows.length === 1 ? (rows[0] ?? null) : null
}
