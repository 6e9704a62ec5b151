import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { companyToday } from "@/lib/people/leave"
import { leavesOn } from "@/lib/people/leave-now"
import type { Ctx } from "@/lib/platform/context"

const present = prepared((db) =>
  db
    .select({ id: people.id })
    .from(groupMembers)
    .innerJoin(people, and(eq(people.id, groupMembers.personId), isNull(people.disabledAt)))
    .where(
      and(
        eq(groupMembers.groupId, sql.placeholder("groupId")),
        inArray(groupMembers.personId, idsGiven("ids")),
      ),
    )
    .prepare(),
)
const managing = prepared((db) =>
  db
    .select({ groupId: groupMembers.groupId, id: people.id })
    .from(groupMembers)
    .innerJoin(people, and(eq(people.id, groupMembers.personId), isNull(people.disabledAt)))
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), ne(groups.kind, "direct")))
    .where(and(inArray(groupMembers.groupId, idsGiven("ids")), eq(groupMembers.role, "manager")))
    .orderBy(asc(people.id))
    .prepare(),
)

/** Those of some people who belong to a group and still work here. */
export async function presentIn(
  db: Db,
  groupId: number,
  ids: readonly number[],
): Promise<Set<number>> {
  const rows = await present(db).execute({ groupId, ids: JSON.stringify(ids) })
  return new Set(rows.map(({ id }) => id))
}

/** Managers of some groups who still work here. Nobody manages a private chat. */
export async function managersOf(
  db: Db,
  groupIds: readonly number[],
): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>()
  for (const { groupId, id } of await managing(db).execute({ ids: JSON.stringify(groupIds) }))
    found.set(groupId, [...(found.get(groupId) ?? []), id])
  return found
}

/**
 * Who has to answer for each of those asked in a group: they themselves, or, while they are away,
 * their deputy if that is a member, else a manager of the group, else still they (decision 7). For
 * somebody who no longer belongs there a manager answers, or nobody: then they are left out.
 * Nobody stands in who asked, or who is away too.
 */
export async function holdersFor(
  ctx: Ctx,
  groupId: number,
  askedById: number,
  asked: readonly number[],
): Promise<Map<number, number>> {
  const today = await companyToday(ctx.now)
  const away = await leavesOn(ctx.tx, asked, today)
  const deputies = [...away.values()].flatMap(({ deputyId }) => deputyId ?? [])
  const here = await presentIn(ctx.tx, groupId, [...asked, ...deputies])
  const answersFor = (id: number) => here.has(id) && !away.get(id)?.deputyId
  if (asked.every(answersFor)) return new Map(asked.map((id) => [id, id]))
  const managers = (await managersOf(ctx.tx, [groupId])).get(groupId) ?? []
  const alsoAway = await leavesOn(ctx.tx, [...deputies, ...managers], today)
  return new Map(
    asked.flatMap((id): [number, number][] => {
      const others = managers.filter((manager) => manager !== id && manager !== askedById)
      const deputy = away.get(id)?.deputyId ?? 0
      const free = [...(here.has(deputy) && deputy !== askedById ? [deputy] : []), ...others]
      const standIn = free.find((other) => !alsoAway.has(other))
      const holder = answersFor(id) ? id : (standIn ?? (here.has(id) ? id : others[0]))
      return holder === undefined ? [] : [[id, holder]]
    }),
  )
}
