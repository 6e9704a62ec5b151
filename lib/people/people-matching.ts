import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Organisation } from "@/lib/platform/organisation"
import { inTreeOrder } from "./department-tree"
import { canSearchPhones } from "./directory-policy"
import { escaped } from "./directory-scope"
import { matchName, type NameMatch, plainLetters } from "./name-match"
import { plainPhone } from "./own-phone"

export interface Hit {
  id: number
  departmentId: number
}

/** More than anybody reads through; a longer query finds fewer. */
const most = 2_000
const shortestPhonePart = 4

interface Asked {
  actor: PersonActor
  org: Organisation
  query: string
}

/**
 * The people that a query finds by name, pinyin, initials or both mixed, staff number, e-mail,
 * department or phone, among those that `condition` lets through: all of these when it is empty.
 */
export async function findMatching(
  on: Db,
  asked: Asked,
  condition: SQL | undefined,
): Promise<Hit[]> {
  const sure = asked.query ? surely(asked) : sql`1 = 1`
  const rows = await on
    .select({
      id: people.id,
      departmentId: people.departmentId,
      name: people.name,
      pinyin: people.pinyin,
      sure: sql<number>`case when ${sure} then 1 else 0 end`.mapWith(Number),
    })
    .from(people)
    .where(and(condition, or(sure, perhaps(asked.query))))
    .orderBy(asc(people.pinyin), asc(people.id))
    .limit(most)
  return rows.filter((row) => row.sure === 1 || nameMatch(asked.query, row) !== undefined)
}

/** What of a name a query found, to be marked. */
export const nameMatch = (
  query: string,
  { name, pinyin }: { name: string; pinyin: string },
): NameMatch | undefined =>
  matchName(query, { name, pinyin: { full: "", initials: "", syllables: pinyin.split(" ") } })

/** What the database alone can decide. */
function surely({ actor, org, query }: Asked): SQL {
  const lower = query.normalize("NFKC").toLowerCase()
  const begins = `${escaped(lower)}%`
  return (
    or(
      sql`lower(${people.name}) like ${`%${begins}`} escape '\\'`,
      sql`lower(${people.staffNo}) like ${begins} escape '\\'`,
      sql`lower(${people.email}) like ${begins} escape '\\'`,
      inArray(people.departmentId, idsIn(departmentsNamed(org, lower))),
      byPhone(actor, query),
    ) ?? sql`1 = 0`
  )
}

/** A whole number finds its owner for everybody; a part of one only for who keeps accounts. */
function byPhone(actor: PersonActor, query: string): SQL | undefined {
  const phone = plainPhone(query.normalize("NFKC"))
  if (!/^\+?\d{4,15}$/.test(phone)) return undefined
  if (canSearchPhones(actor) && phone.length >= shortestPhonePart)
    return sql`${people.phone} like ${`%${phone}%`}`
  return eq(people.phone, phone)
}

/** The letters in their order somewhere in the pinyin; `nameMatch` then looks closely. */
function perhaps(query: string): SQL | undefined {
  const letters = plainLetters(query)
  if (!/^[a-z0-9]{1,40}$/.test(letters)) return undefined
  return sql`${people.pinyin} like ${`%${[...letters].join("%")}%`}`
}

/** Departments with the query in their name, and all below them. */
function departmentsNamed(org: Organisation, query: string): number[] {
  const named = [...org.departments.values()].filter(({ name }) =>
    name.toLowerCase().includes(query),
  )
  return [...new Set(named.flatMap(({ id }) => inTreeOrder(org, id)))]
}
