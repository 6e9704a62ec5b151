import { and, asc, inArray, isNull, type SQL } from "drizzle-orm"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import { findGroup } from "@/lib/groups/group"
import { membersOf } from "@/lib/groups/members"
import { canSee as canSeeGroup } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation, subtree } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { mostPeople } from "./inputs"

export interface Invited {
  id: number
  name: string
  face: number | null
}

/**
 * Everybody in a group of the actor's, or in a department with those below it: `group:7`,
 * `department:3`.
 * @throws Refusal not_found for a group of others, and for more than a meeting has
 */
export async function peopleOf(db: Db, actor: PersonActor, ref: string): Promise<Invited[]> {
  const [kind, text] = ref.split(":")
  const id = Number(text)
  if (kind === "department") return peopleInDepartment(db, id)
  const group = await findGroup(db, id)
  if (!group || !canSeeGroup(actor, group)) return refuse("not_found")
  const members = await membersOf(db, id)
  return fewEnough(members.map(({ personId, name, face }) => ({ id: personId, name, face })))
}

/** @throws Refusal when they are more than a meeting has: nobody is left out unsaid */
export function fewEnough<T>(all: readonly T[]): T[] {
  if (all.length > mostPeople)
    refuse("invalid", {
      fields: { people: "meetings.error.manyPeople" },
      sentence: "meetings.error.manyPeople",
      values: { most: mostPeople },
    })
  return [...all]
}

async function peopleInDepartment(db: Db, departmentId: number): Promise<Invited[]> {
  const all = await db
    .select({ id: people.id, name: people.name, face: people.faceFileId })
    .from(people)
    .where(
      and(
        isNull(people.disabledAt),
        inArray(people.departmentId, subtree(await organisation(db), departmentId)),
      ),
    )
    .orderBy(asc(people.pinyin), asc(people.id))
    .limit(mostPeople + 1)
  return fewEnough(all)
}

const named = (db: Db, ids: readonly number[], active?: SQL): Promise<Invited[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: people.id, name: people.name, face: people.faceFileId })
        .from(people)
        .where(and(inArray(people.id, [...new Set(ids)]), active))
        .orderBy(asc(people.pinyin), asc(people.id))

/** Colleagues by their ids, as a page shows them. */
export const peopleBy = (db: Db, ids: readonly number[]) => named(db, ids)

/** Those of them who are still there, as a form begins with them. */
export const activeBy = (db: Db, ids: readonly number[]) =>
  named(db, ids, isNull(people.disabledAt))
