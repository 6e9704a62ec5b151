import { and, eq, inArray, like, ne, or, type SQL, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { isCreditCode } from "@/lib/platform/screening/checksums"
import { plainCode } from "./credit-code"
import { coreOf, nameKeyOf } from "./likeness"
import { visibleTo } from "./policy"

const most = 5

/**
 * Clients that are likely the same as one that is being entered, the surest first: by credit code,
 * by name without form and place, by what is left without its trade. Only what the actor may see.
 * @param but the client itself, when it is edited
 */
export async function likeClients(
  actor: PersonActor,
  typed: { name: string; shortName: string; creditCode: string },
  but = 0,
) {
  const code = plainCode(typed.creditCode)
  const keys = [typed.name, typed.shortName].map(nameKeyOf).filter((key) => [...key].length > 1)
  const same: (SQL | undefined)[] = keys.flatMap((key) => [
    eq(clients.nameKey, key),
    eq(clients.shortKey, key),
    // A key is letters and figures only: nothing in it is a sign of LIKE.
    like(clients.nameKey, `${coreOf(key)}%`),
    ...(coreOf(key) === key ? [] : [eq(clients.shortKey, coreOf(key))]),
  ])
  if (isCreditCode(code)) same.push(eq(clients.creditCode, code))
  if (same.length === 0) return []
  const rows = await db()
    .select({
      ...{ id: clients.id, name: clients.name, shortName: clients.shortName },
      ...{ key: clients.nameKey, code: clients.creditCode, owner: people.name },
    })
    .from(clients)
    .innerJoin(people, eq(people.id, clients.ownerId))
    .where(and(or(...same), ne(clients.id, but), visibleTo(actor)))
    .orderBy(surest(keys, code), clients.id)
    .limit(50)
  const sure = (row: (typeof rows)[number]): number => {
    if (code !== "" && row.code === code) return 0
    return keys.includes(row.key) ? 1 : 2
  }
  return rows
    .filter(
      (row) =>
        sure(row) < 2 ||
        keys.some((key) => coreOf(row.key) === coreOf(key) || coreOf(key) === row.shortName),
    )
    .toSorted((a, b) => sure(a) - sure(b) || a.id - b.id)
    .slice(0, most)
    .map((row) => ({ id: row.id, name: row.name, owner: row.owner, sameCode: sure(row) === 0 }))
}

/** Many may be called alike: the same one is among those that are looked at. */
const surest = (keys: readonly string[], code: string): SQL =>
  sql`case when ${isCreditCode(code) ? eq(clients.creditCode, code) : sql`1 = 0`} then 0
    when ${keys.length > 0 ? inArray(clients.nameKey, [...keys, ...keys.map(coreOf)]) : sql`1 = 0`}
    then 1 else 2 end`
