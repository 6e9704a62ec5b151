import type { Db } from "@/db/database"
import type { GuestScope, PersonActor } from "@/lib/platform/actor"
import { actorsOf, ancestry, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { registry } from "@/lib/platform/registry"

/** A department that isn't the inviter's, and who leads it or what stands above it. */
export interface Touched {
  departmentId: number
  headId: number | null
}

/**
 * Looks at each thing that an invitation would open: every one must be there for the inviter, be of
 * a kind that is opened at all, for as much as is asked, and be theirs to open.
 * @returns whose heads have to agree
 * @throws Refusal when anything isn't so; what isn't theirs to see sounds as if it weren't there
 */
export async function checkScopes(
  db: Db,
  inviter: PersonActor,
  scopes: readonly GuestScope[],
): Promise<Touched[]> {
  const seen = new Set(scopes.map(({ kind, id }) => `${kind}:${id}`))
  if (seen.size !== scopes.length) refuse("invalid", { fields: { scopes: "guests.error.twice" } })
  const departments = new Set<number>()
  for (const scope of scopes)
    for (const id of await checkScope(db, inviter, scope)) departments.add(id)
  const touched: Touched[] = []
  for (const departmentId of departments)
    if (departmentId !== inviter.departmentId && !inviter.leads.has(departmentId))
      touched.push({ departmentId, headId: await headFor(db, departmentId, inviter.personId) })
  return touched
}

async function checkScope(db: Db, inviter: PersonActor, { kind: name, id, may }: GuestScope) {
  const kind = registry().kinds.get(name)
  const record = await kind?.find(db, id)
  if (!kind || !record || !kind.canSee(inviter, record)) return refuse("not_found")
  const { guestScope } = kind
  if (!guestScope?.offers(record).includes(may)) return refuse("not_found")
  if (!guestScope.mayInvite(inviter, record))
    return refuse("forbidden", { sentence: "guests.error.notYours" })
  return guestScope.departments(db, record, inviter)
}

/** Who is asked for a department: the nearest head who works here and isn't the one who asks. */
export async function headFor(
  db: Db,
  departmentId: number,
  inviterId: number,
): Promise<number | null> {
  const org = await organisation(db)
  const heads = ancestry(org, departmentId).flatMap((id) => org.departments.get(id)?.headId ?? [])
  const here = new Set((await actorsOf(db, heads)).map(({ personId }) => personId))
  return heads.find((id) => id !== inviterId && here.has(id)) ?? null
}
