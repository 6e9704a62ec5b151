import { and, eq, getTableColumns, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { idsIn, valuesTable } from "@/db/bulk"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"

const { id, name, pinyin, staffNo, post, level, email, departmentId, hiredOn, disabledAt } =
  getTableColumns(people)
const columns = {
  id,
  name,
  pinyin,
  staffNo,
  post,
  level,
  email,
  departmentId,
  hiredOn,
  disabledAt,
  face: people.faceFileId,
}

/** A department with its place in the list and the one who comes first in it. */
export interface Place {
  departmentId: number
  headId: number | null
}

/** Somebody's place: in which department, whether they lead it, the name as it is typed. */
export interface Standing extends Place {
  id: number
  pinyin: string
}

const types = ["bigint", "bigint", "bigint"]
const position = sql.raw("place.column2")
const behindHead = sql`case when ${people.id} = ${sql.raw("place.column3")} then 0 else 1 end`

/**
 * People of some departments in these departments' order: the head first, then by pinyin. The
 * departments come first in the query, so that each is one range of the index `people_department`.
 * @param after nobody up to and including this person
 */
export function peopleInOrder(
  on: Db,
  places: readonly Place[],
  { where, after, limit }: { where: SQL | undefined; after?: Standing | null; limit: number },
) {
  const table = valuesTable(
    places.map(({ departmentId, headId }, at) => [departmentId, at, headId ?? 0]),
    types,
  )
  const from = after
    ? sql`(${position}, ${behindHead}, ${people.pinyin}, ${people.id}) > (${placeOf(places, after)})`
    : undefined
  return on
    .select({ ...columns })
    .from(sql`${table} as place`)
    .crossJoin(people)
    .where(and(sql`${people.departmentId} = ${sql.raw("place.column1")}`, where, from))
    .orderBy(position, behindHead, people.pinyin, people.id)
    .limit(limit)
}

function placeOf(places: readonly Place[], { departmentId, headId, pinyin, id }: Standing): SQL {
  const at = places.findIndex((place) => place.departmentId === departmentId)
  return sql`${at}, ${id === headId ? 0 : 1}, ${pinyin}, ${id}`
}

export type PersonRow = Awaited<ReturnType<typeof peopleInOrder>>[number]

/** Where somebody stands, if they are still there. */
export async function standingOf(
  on: Db,
  personId: number,
  headOf: (departmentId: number) => number | null,
): Promise<Standing | null> {
  const [row] = await on
    .select({ id, pinyin, departmentId })
    .from(people)
    .where(eq(people.id, personId))
  return row ? { ...row, headId: headOf(row.departmentId) } : null
}

const managers = alias(people, "managers")

/** The line managers of some people, as far as they are still there. */
export async function managersOf(
  on: Db,
  personIds: readonly number[],
): Promise<Map<number, { id: number; name: string; face: number | null }>> {
  if (personIds.length === 0) return new Map()
  const rows = await on
    .select({
      personId: people.id,
      id: managers.id,
      name: managers.name,
      face: managers.faceFileId,
    })
    .from(people)
    .innerJoin(managers, eq(managers.id, people.managerId))
    .where(and(inArray(people.id, idsIn(personIds)), isNull(managers.disabledAt)))
  return new Map(rows.map(({ personId, ...manager }) => [personId, manager]))
}
