import { and, inArray, isNull, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { clearances, departments, people, personDuties } from "@/db/schema/people"
import { counters } from "@/db/schema/platform"
import type { Duty, Level, PersonActor, Principal } from "./actor"
import type { Ctx } from "./context"
import { type Membership, membershipsOf } from "./memberships"

export interface Department {
  id: number
  name: string
  parentId: number | null
  headId: number | null
  /** Dissolved: offered nowhere; its records stay with the heads above. */
  closed: boolean
}

/** The tree, by department, by what stands above it and by who leads it. */
export interface DepartmentTree {
  departments: ReadonlyMap<number, Department>
  children: ReadonlyMap<number, readonly number[]>
  ledBy: ReadonlyMap<number, readonly number[]>
}

/** Departments, duties and clearances: small, read on every request, changed rarely. */
export interface Organisation extends DepartmentTree {
  version: number
  duties: ReadonlyMap<number, ReadonlySet<Duty>>
  clearances: ReadonlyMap<number, ReadonlySet<number>>
}

declare global {
  var __qibuOrganisation: Organisation | undefined
}

const counter = "organisation"

/** The version as a subquery, to be read along with whatever a request reads first. */
export const organisationVersion =
  sql<number>`coalesce((select value from counters where name = ${counter}), 0)`.as(
    "organisation_version",
  )

/**
 * The organisation at a version; kept in memory until the version moves on, so that a change
 * is seen by the very next request of every process.
 */
export async function organisationAt(read: Db, version: number): Promise<Organisation> {
  const known = globalThis.__qibuOrganisation
  if (known?.version === version) return known
  const fresh = await load(read, version)
  if (!known || known.version < version) globalThis.__qibuOrganisation = fresh
  return fresh
}

const versionNow = prepared((on) =>
  on.select({ version: organisationVersion }).from(sql`(select 1 as one) as it`).prepare(),
)

/**
 * The organisation as a connection sees it. Inside a transaction that may include uncommitted
 * changes, which must not become everybody's copy.
 */
export async function organisation(on: Db): Promise<Organisation> {
  const [row] = await versionNow(on).execute()
  const version = Number(row?.version ?? 0)
  if (on === db()) return organisationAt(on, version)
  const known = globalThis.__qibuOrganisation
  return known?.version === version ? known : load(on, version)
}

/** Who holds a duty. */
export async function holdersOf(on: Db, duty: Duty): Promise<number[]> {
  const { duties } = await organisation(on)
  return [...duties].flatMap(([personId, held]) => (held.has(duty) ? [personId] : []))
}

/** After any change of departments, duties, clearances or levels. */
export async function organisationChanged(ctx: Ctx): Promise<void> {
  await ctx.tx
    .insert(counters)
    .values({ name: counter, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
}

async function load(on: Db, version: number): Promise<Organisation> {
  const all = await on
    .select({
      id: departments.id,
      name: departments.name,
      parentId: departments.parentId,
      headId: departments.headId,
      closedAt: departments.closedAt,
    })
    .from(departments)
  const duties = await on.select().from(personDuties)
  const cleared = await on.select().from(clearances)
  return {
    version,
    ...treeOf(all.map(({ closedAt, ...rest }) => ({ ...rest, closed: closedAt !== null }))),
    duties: sets(
      duties,
      (row) => row.personId,
      (row) => row.duty,
    ),
    clearances: sets(
      cleared,
      (row) => row.personId,
      (row) => row.sensitivityId,
    ),
  }
}

/** Departments as a tree: as they are, or as a change would leave them. */
export const treeOf = (all: readonly Department[]): DepartmentTree => ({
  departments: new Map(all.map((department) => [department.id, department])),
  children: grouped(
    all,
    (d) => d.parentId,
    (d) => d.id,
  ),
  ledBy: grouped(
    all,
    (d) => d.headId,
    (d) => d.id,
  ),
})

function grouped<R, V>(
  rows: readonly R[],
  key: (row: R) => number | null,
  value: (row: R) => V,
): Map<number, V[]> {
  const groups = new Map<number, V[]>()
  for (const row of rows) {
    const at = key(row)
    if (at === null) continue
    const group = groups.get(at)
    if (group) group.push(value(row))
    else groups.set(at, [value(row)])
  }
  return groups
}

const sets = <R, V>(
  rows: readonly R[],
  key: (row: R) => number,
  value: (row: R) => V,
): Map<number, Set<V>> =>
  new Map([...grouped(rows, key, value)].map(([at, values]) => [at, new Set(values)]))

/** The department and everything below it. */
export function subtree(org: DepartmentTree, departmentId: number): number[] {
  const found = [departmentId]
  for (let i = 0; i < found.length; i++) found.push(...(org.children.get(found[i] ?? 0) ?? []))
  return found
}

/** The department and everything above it, nearest first. */
export function ancestry(org: DepartmentTree, departmentId: number): number[] {
  const found: number[] = []
  for (let at: number | null = departmentId; at !== null && !found.includes(at); ) {
    found.push(at)
    at = org.departments.get(at)?.parentId ?? null
  }
  return found
}

/** `研发部/后端组` */
export const departmentPath = (org: DepartmentTree, departmentId: number): string =>
  ancestry(org, departmentId)
    .reverse()
    .map((id) => org.departments.get(id)?.name ?? "")
    .join("/")

export interface PersonRow {
  id: number
  name: string
  staffNo: string
  departmentId: number
  level: Level
  locale: "zh" | "en" | null
  face?: number | null
}

/**
 * A person as an actor: their own records, their department and those above it at their level,
 * everything below a department they lead as administrator, and their groups at their level or,
 * where they manage, as administrator (decisions 1 and 2).
 */
export function actorFor(
  org: Organisation,
  person: PersonRow,
  sessionId: number,
  memberships: readonly Membership[] = [],
): PersonActor {
  const leads = new Set((org.ledBy.get(person.id) ?? []).flatMap((id) => subtree(org, id)))
  const principals = new Map<Principal, Level>([
    [`person:${person.id}`, person.level],
    ["everyone", person.level],
  ])
  for (const id of ancestry(org, person.departmentId))
    principals.set(`department:${id}`, person.level)
  for (const id of leads) principals.set(`department:${id}`, "admin")
  for (const { groupId, role } of memberships)
    principals.set(`group:${groupId}`, role === "manager" ? "admin" : person.level)
  const duties = org.duties.get(person.id) ?? new Set<Duty>()
  for (const duty of duties) principals.set(`duty:${duty}`, "admin")
  return {
    kind: "person",
    personId: person.id,
    sessionId,
    name: person.name,
    staffNo: person.staffNo,
    departmentId: person.departmentId,
    level: person.level,
    duties,
    leads,
    principals,
    clearances: org.clearances.get(person.id) ?? new Set(),
    locale: person.locale,
    face: person.face ?? null,
  }
}

const active = prepared((on) =>
  on
    .select({
      id: people.id,
      name: people.name,
      staffNo: people.staffNo,
      departmentId: people.departmentId,
      level: people.level,
      locale: people.locale,
    })
    .from(people)
    .where(and(inArray(people.id, idsGiven("ids")), isNull(people.disabledAt)))
    .prepare(),
)

/** Actors of active people, for asking what others may see. Unknown and disabled ones are left out. */
export async function actorsOf(on: Db, personIds: readonly number[]): Promise<PersonActor[]> {
  if (personIds.length === 0) return []
  const org = await organisation(on)
  const rows = await active(on).execute({ ids: JSON.stringify(personIds) })
  const groups = await membershipsOf(on, personIds)
  return rows.map((row) => actorFor(org, row, 0, groups.get(row.id)))
}
