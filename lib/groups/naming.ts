import { and, asc, eq, inArray, ne, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import { db, prepared } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"

const othersGiven = prepared((on) =>
  on
    .select({
      groupId: groupMembers.groupId,
      id: people.id,
      name: people.name,
      face: people.faceFileId,
    })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(
      and(
        inArray(groupMembers.groupId, idsGiven("ids")),
        ne(people.id, sql.placeholder("personId")),
      ),
    )
    .orderBy(asc(people.id))
    .prepare(),
)

export interface Named {
  id: number
  kind: string
  name: string
}

/** Who is in private chats besides the actor, by the chat. */
export async function othersIn(actor: PersonActor, chats: readonly number[]) {
  const ids = JSON.stringify([...new Set(chats)])
  const rows =
    chats.length > 0 ? await othersGiven(db()).execute({ ids, personId: actor.personId }) : []
  return Map.groupBy(rows, ({ groupId }) => groupId)
}

/** What a private chat is called after the people in it, in every language. */
export const chatName = (people: readonly { name: string }[]): string =>
  people.map(({ name }) => name).join(" · ")

/** Groups as the actor calls them: a private chat by the others' names, also of who left. */
export async function namesFor(
  actor: PersonActor,
  groups: readonly Named[],
): Promise<Map<number, string>> {
  const chats = groups.flatMap(({ id, kind }) => (kind === "direct" ? [id] : []))
  const others = await othersIn(actor, chats)
  return new Map(groups.map(({ id, name }) => [id, name || chatName(others.get(id) ?? [])]))
}
