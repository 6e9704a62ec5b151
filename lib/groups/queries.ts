import { and, asc, eq, isNull, or, type SQLWrapper, sql } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { groupPlaces } from "@/db/schema/messages"
import { departments, people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { findGroup } from "./group"
import type { MembersFilter } from "./inputs"
import { firstMembers, memberCount, memberIn } from "./members"
import { namesFor } from "./naming"
import { canChange, canInviteGuest, canLeave, canManage, canSee } from "./policy"

const faces = 4

/** A group as its head shows it, or null when it isn't the actor's to see. */
export const groupPage = cache(async (actor: PersonActor, id: number) => {
  const group = await findGroup(db(), id)
  if (!group || !canSee(actor, group)) return null
  const [place] = await db()
    .select({ mutedAt: groupPlaces.mutedAt, pinnedAt: groupPlaces.pinnedAt })
    .from(groupPlaces)
    .where(and(eq(groupPlaces.groupId, id), eq(groupPlaces.personId, actor.personId)))
  return {
    group,
    title: (await namesFor(actor, [group])).get(id) ?? "",
    count: await memberCount(db(), id),
    faces: await firstMembers(db(), id, faces),
    mutedAt: place?.mutedAt ?? null,
    pinnedAt: place?.pinnedAt ?? null,
    can: {
      manage: canManage(actor, group),
      change: canChange(actor, group),
      leave: canLeave(actor, group),
      inviteGuest: canInviteGuest(actor, group),
    },
  }
})

export type GroupPage = NonNullable<Awaited<ReturnType<typeof groupPage>>>

const pageSize = 100

/**
 * A page of a group's people, managers first, with what the actor may do; null when the group isn't
 * theirs to see.
 */
export async function membersPage(actor: PersonActor, groupId: number, filter: MembersFilter) {
  const page = await groupPage(actor, groupId)
  if (!page) return null
  const after = decodeCursor(filter.after)
  const rows = await db()
    .select({
      personId: people.id,
      name: people.name,
      face: people.faceFileId,
      post: people.post,
      department: departments.name,
      role: groupMembers.role,
      onCall: groupMembers.onCall,
      follows: groupMembers.follows,
      joinedAt: groupMembers.joinedAt,
    })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .innerJoin(departments, eq(departments.id, people.departmentId))
    .where(
      and(
        eq(groupMembers.groupId, groupId),
        isNull(people.disabledAt),
        filter.q ? called(filter.q) : undefined,
        after
          ? sql`(${groupMembers.role}, ${groupMembers.personId}) > (${after.key === 0 ? "manager" : "member"}, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(asc(groupMembers.role), asc(groupMembers.personId))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    ...page,
    rows: shown,
    self: await memberIn(db(), groupId, actor.personId),
    next: last ? encodeCursor({ key: last.role === "manager" ? 0 : 1, id: last.personId }) : null,
  }
}

export type MembersPage = NonNullable<Awaited<ReturnType<typeof membersPage>>>
export type MemberRow = MembersPage["rows"][number]

function called(q: string) {
  const typed = q.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const like = (column: SQLWrapper, pattern: string) =>
    sql`lower(${column}) like ${pattern} escape '\\'`
  return or(
    like(people.name, `%${typed}%`),
    sql`replace(${people.pinyin}, ' ', '') like ${`${typed}%`} escape '\\'`,
    like(people.initials, `${typed}%`),
    like(people.staffNo, `${typed}%`),
  )
}
