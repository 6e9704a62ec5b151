import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { people } from "@/db/schema/people"
import { refuse } from "@/lib/platform/refusal"

const most = 8

/** Colleagues by the beginning of name, pinyin, initials, staff number or e-mail; the picker's list. */
export async function pickPeople(db: Db, query: string) {
  const typed = query.trim().toLowerCase()
  const begins = `${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const found = (column: typeof people.name) => sql`${column} like ${begins} escape '\\'`
  return db
    .select({
      id: people.id,
      name: people.name,
      pinyin: people.pinyin,
      initials: people.initials,
      staffNo: people.staffNo,
      post: people.post,
      departmentId: people.departmentId,
      face: people.faceFileId,
    })
    .from(people)
    .where(
      and(
        isNull(people.disabledAt),
        or(
          found(people.name),
          sql`${people.name} like ${`%${begins}`} escape '\\'`,
          sql`replace(${people.pinyin}, ' ', '') like ${begins} escape '\\'`,
          sql`${people.initials} like ${begins} escape '\\'`,
          sql`lower(${people.staffNo}) like ${begins} escape '\\'`,
          sql`${people.email} like ${begins} escape '\\'`,
        ),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(most)
}

/**
 * One person out of what a form sends: `#id`, or, without JavaScript, a name, staff number or
 * e-mail that only one active person has.
 * @throws Refusal at `field` when nobody or several people fit
 */
export async function resolvePerson(db: Db, typed: string, field: string): Promise<number> {
  const text = typed.trim()
  // A chosen person comes as #id: a staff number may be all figures too.
  const chosen = /^#(\d{1,15})$/.exec(text)?.[1]
  const conditions = chosen
    ? [eq(people.id, Number(chosen))]
    : [
        eq(people.name, text),
        eq(people.staffNo, text.toUpperCase()),
        eq(people.email, text.toLowerCase()),
      ]
  const found = await db
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.disabledAt), or(...conditions)))
    .limit(2)
  if (found.length > 1) refuse("invalid", { fields: { [field]: "people.error.several" } })
  return found[0]?.id ?? refuse("invalid", { fields: { [field]: "people.error.nobody" } })
}

const named = prepared((on) =>
  on
    .select({ id: people.id, name: people.name, face: people.faceFileId })
    .from(people)
    .where(inArray(people.id, idsGiven("ids")))
    .prepare(),
)

/** Names for ids, to be shown. */
export async function namesOf(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await named(db).execute({ ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The numbers of their pictures' files, for those who have one. */
export async function facesOf(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await named(db).execute({ ids: JSON.stringify(ids) })
  return new Map(rows.flatMap(({ id, face }) => (face ? [[id, face] as const] : [])))
}

/** People as lists of records of every kind name them. */
export async function titledPeople(db: Db, ids: readonly number[]) {
  const names = await namesOf(db, ids)
  return new Map([...names].map(([id, title]) => [id, { title, href: `/people/${id}` }]))
}
