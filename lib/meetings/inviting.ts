import { and, asc, inArray, isNull } from "drizzle-orm"
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
 * @throws Refusal not_found for a group of others
 */
export async function peopleOf(db: Db, actor: PersonActor, ref: string): Promise<Invited[]> {
  const [kind, text] = ref.split(":")
  const id = Number(text)
  if (kind === "department") return peopleInDepartment(db, id)
  const group = await findGroup(db, id)
  if (!group || !canSeeGroup(actor, group)) return refuse("not_found")
  const members = await membersOf(db, id)
  return members
    .slice(0, mostPeople)
    .map(({ personId, name, face }) => ({ id: personId, name, face }))
}

const peopleInDepartment = async (db: Db, departmentId: number): Promise<Invited[]> =>
  db
    .select({ id: people.id, name: people.name, face: people.faceFileId })
    .from(people)
    .where(
      and(
        isNull(people.disabledAt),
        inArray(people.departmentId, subtree(await organisation(db), departmentId)),
      ),
    )
    .orderBy(asc(people.pinyin), asc(people.id))
    .limit(mostPeople)

/** Colleagues by their ids, as a form begins with them. */
export const peopleBy = (db: Db, ids: readonly number[]): Promise<Invited[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: people.id, name: people.name, face: people.faceFileId })
        .from(people)
        .where(inArray(people.id, [...new Set(ids)]))
        .orderBy(asc(people.pinyin), asc(people.id))
