import type { Db } from "@/db/database"
import type { GuestScope, PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
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
  const { departments: tree } = await organisation(db)
  return [...departments]
    .filter((id) => id !== inviter.departmentId && !inviter.leads.has(id))
    .map((departmentId) => ({ departmentId, headId: headOf(tree, departmentId, inviter) }))
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

type Tree = Awaited<ReturnType<typeof organisation>>["departments"]

/** The nearest head who isn't the inviter. */
function headOf(tree: Tree, departmentId: number, inviter: PersonActor): number | null {
  for (let at = tree.get(departmentId); at; at = tree.get(at.parentId ?? 0))
    if (at.headId !== null && at.headId !== inviter.personId) return at.headId
  return null
}
