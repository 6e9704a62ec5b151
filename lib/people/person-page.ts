import { and, asc, count, eq, isNull } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { dayIn } from "@/lib/calendar/zones"
import { type PersonActor, sees } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { settings } from "@/lib/platform/settings"
import { canManageAccount } from "./accounts-policy"
import { canSeeRights } from "./directory-policy"
import { managersOf } from "./directory-rows"
import { leavesOn } from "./leave-now"
import { canSetLevel } from "./levels"
import { findPerson } from "./person"
import { sharedHomes, sharedRecords } from "./shared-records"

const reportsListed = 12

/** Somebody with all that the reader may know of them, or null when they aren't theirs to see. */
export const personPage = cache(async (actor: PersonActor, id: number) => {
  const person = await findPerson(db(), id)
  if (!person || !sees(actor, person)) return null
  const [org, { company }] = await Promise.all([organisation(db()), settings()])
  const today = dayIn(company.timeZone, new Date())
  const [managers, leaves, reports, shared] = await Promise.all([
    managersOf(db(), [id]),
    leavesOn(db(), [id], today),
    reportsOf(id),
    sharedRecords(actor, person, org),
  ])
  const rights = canSeeRights(actor, person)
  const duties = [...(org.duties.get(id) ?? [])]
  return {
    person,
    today,
    department: departmentPath(org, person.departmentId),
    leads: org.departments.get(person.departmentId)?.headId === id,
    manager: managers.get(id) ?? null,
    leave: leaves.get(id) ?? null,
    /** Only for who may know them. */
    rights: rights ? { level: person.level, duties, hiredOn: person.hiredOn } : null,
    led: (org.ledBy.get(id) ?? []).map((led) => ({
      id: led,
      name: org.departments.get(led)?.name ?? "",
    })),
    reports,
    shared: {
      homes: person.id === actor.personId ? [] : sharedHomes(actor, person, org),
      ...shared,
    },
    can: {
      level: canSetLevel(actor, person),
      account: canManageAccount(actor, { id, administrator: duties.includes("platform") }),
    },
  }
})

export type PersonPage = NonNullable<Awaited<ReturnType<typeof personPage>>>

/** Who reports to somebody, the first of them by name, and how many. */
async function reportsOf(managerId: number) {
  const theirs = and(eq(people.managerId, managerId), isNull(people.disabledAt))
  const [total, first] = await Promise.all([
    db().select({ count: count() }).from(people).where(theirs),
    db()
      .select({ id: people.id, name: people.name, face: people.faceFileId })
      .from(people)
      .where(theirs)
      .orderBy(asc(people.pinyin), asc(people.id))
      .limit(reportsListed),
  ])
  return { count: total[0]?.count ?? 0, people: first }
}
