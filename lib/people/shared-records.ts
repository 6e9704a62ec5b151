import { and, asc, eq, inArray, ne, or, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { access } from "@/db/schema/access"
import { groupMembers, groups } from "@/db/schema/groups"
import { visible } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { ancestry, type Organisation } from "@/lib/platform/organisation"
import { registry } from "@/lib/platform/registry"
import { shownRecords } from "@/lib/platform/shown-records"

interface Colleague {
  id: number
  departmentId: number
  disabledAt: Date | null
}

/** Counted so far; beyond it a number tells nobody more. */
export const countedTo = 99
const listed = 5

/** The departments that both belong to: theirs, nearest first, and those above. */
export const sharedHomes = (
  actor: PersonActor,
  person: Colleague,
  org: Organisation,
): { id: number; name: string }[] =>
  ancestry(org, person.departmentId)
    .filter((id) => actor.principals.has(`department:${id}`))
    .map((id) => ({ id, name: org.departments.get(id)?.name ?? "" }))

// `visible` looks at `access` itself: the colleague's line needs a name of its own.
const theirs = alias(access, "theirs")

/** A chat of two says nothing that the two don't know. */
const groupsWith = (on: Db) =>
  on
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(and(eq(groupMembers.personId, sql.placeholder("person")), ne(groups.kind, "direct")))

const shared = keptForReaders((on, reader) => {
  const kinds = [...registry().kinds].flatMap(([name, { personal }]) =>
    personal || name === "person" ? [] : [name],
  )
  return on
    .select({ kind: theirs.kind, id: theirs.recordId })
    .from(theirs)
    .where(
      and(
        inArray(theirs.kind, kinds),
        or(
          eq(theirs.principal, sql.placeholder("principal")),
          and(eq(theirs.kind, "group"), inArray(theirs.recordId, groupsWith(on))),
        ),
        inArray(theirs.label, idsGiven("labels")),
        visible(reader, theirs.kind.getSQL(), theirs.recordId),
      ),
    )
    .orderBy(asc(theirs.kind), asc(theirs.sortKey), asc(theirs.recordId))
    .limit(countedTo + 1)
    .prepare()
})

/**
 * The records that somebody takes part in by name, and the groups they are in, as far as the reader
 * sees them too. Both access lists and both clearances are asked: what either of them may not see isn't there, not even as a number.
 */
export async function sharedIds(
  actor: PersonActor,
  person: Colleague,
  org: Organisation,
): Promise<{ kind: string; id: number }[]> {
  if (person.disabledAt || person.id === actor.personId) return []
  return shared(db(), actor, {
    person: person.id,
    principal: `person:${person.id}`,
    labels: JSON.stringify([0, ...(org.clearances.get(person.id) ?? [])]),
  })
}

/** The first of them with their names, and how many there are. */
export async function sharedRecords(actor: PersonActor, person: Colleague, org: Organisation) {
  const ids = await sharedIds(actor, person, org)
  const shown = await shownRecords(
    actor,
    ids.slice(0, listed).map(({ kind, id }) => ({ kind, recordId: id })),
  )
  return { count: ids.length, records: [...shown].map(([key, record]) => ({ key, ...record })) }
}

export type SharedRecord = Awaited<ReturnType<typeof sharedRecords>>["records"][number]
