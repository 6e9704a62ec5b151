import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { groupMembers, groupRequests, groups } from "@/db/schema/groups"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { findGroup } from "./group"
import type { BrowseFilter } from "./inputs"
import { canOversee, canSee } from "./policy"

const pageSize = 50

/** Those who work here and belong to it. Drizzle names a lone table's columns without the table. */
const memberCount = sql<number>`(select count(*) from group_members join people
  on people.id = group_members.person_id and people.disabled_at is null
  where group_members.group_id = groups.id)`.mapWith(Number)

const columns = {
  id: groups.id,
  kind: groups.kind,
  name: groups.name,
  about: groups.about,
  joinRule: groups.joinRule,
  createdAt: groups.createdAt,
  lastAt: groups.lastAt,
  archivedAt: groups.archivedAt,
  members: memberCount,
}

const own = (actor: PersonActor) =>
  db()
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .where(eq(groupMembers.personId, actor.personId))

/** What somebody outside may know of: groups to come into, or to ask at. */
const joinable = (actor: PersonActor): SQL | undefined =>
  and(
    ne(groups.kind, "direct"),
    isNull(groups.archivedAt),
    inArray(groups.joinRule, ["open", "request"]),
    sql`${groups.id} not in ${own(actor)}`,
  )

/** Administrators see that a group exists, how many are in it and since when; private chats never. */
const overseen = ne(groups.kind, "direct")

/** A page of groups that one may join, or for 平台管理 of all that there are. The liveliest first. */
export async function browseGroups(actor: PersonActor, filter: BrowseFilter) {
  const all = filter.view === "all" && canOversee(actor)
  const after = decodeCursor(filter.after)
  const last =
    after && groups.lastAt.mapToDriverValue(new Date(Math.min(after.key, Date.UTC(9999, 11, 31))))
  const rows = await db()
    .select(columns)
    .from(groups)
    .where(
      and(
        all ? overseen : joinable(actor),
        filter.q ? called(filter.q, all) : undefined,
        after ? sql`(${groups.lastAt}, ${groups.id}) < (${last}, ${after.id})` : undefined,
      ),
    )
    .orderBy(desc(groups.lastAt), desc(groups.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const end = rows.length > pageSize ? shown.at(-1) : undefined
  const marks = await marksOf(
    actor,
    shown.map(({ id }) => id),
  )
  return {
    all,
    rows: shown.map((row) => ({
      ...row,
      /** What is said of a group belongs to those who may come in. */
      about: all && !isJoinable(row) && !marks.member.has(row.id) ? "" : row.about,
      member: marks.member.has(row.id),
      asked: marks.asked.has(row.id),
    })),
    next: end ? encodeCursor({ key: end.lastAt.getTime(), id: end.id }) : null,
  }
}

export type BrowsedGroup = Awaited<ReturnType<typeof browseGroups>>["rows"][number]

/** How a group is called to somebody who is in it or may come in; null to everybody else. */
export async function knownName(actor: PersonActor, id: number): Promise<string | null> {
  const group = await findGroup(db(), id)
  return group && (canSee(actor, group) || isJoinable(group)) ? group.title : null
}

const isJoinable = (row: { joinRule: string; archivedAt: Date | null }) =>
  row.joinRule !== "invitation" && row.archivedAt === null

function called(q: string, all: boolean): SQL | undefined {
  const inside = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const name = sql`lower(${groups.name}) like lower(${inside}) escape '\\'`
  return all ? name : or(name, sql`lower(${groups.about}) like lower(${inside}) escape '\\'`)
}

/** Of a page: where the actor belongs, and where they have asked. */
async function marksOf(actor: PersonActor, ids: readonly number[]) {
  if (ids.length === 0) return { member: new Set<number>(), asked: new Set<number>() }
  const member = await db()
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .where(and(eq(groupMembers.personId, actor.personId), inArray(groupMembers.groupId, [...ids])))
  const asked = await db()
    .select({ id: groupRequests.groupId })
    .from(groupRequests)
    .where(
      and(
        eq(groupRequests.personId, actor.personId),
        isNull(groupRequests.decidedAt),
        inArray(groupRequests.groupId, [...ids]),
      ),
    )
  return {
    member: new Set(member.map(({ id }) => id)),
    asked: new Set(asked.map(({ id }) => id)),
  }
}
