import { and, asc, count, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { groupMembers } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import type { GroupRole } from "./group"

export interface Member {
  personId: number
  name: string
  face: number | null
  departmentId: number
  role: GroupRole
  onCall: boolean
  /** Came with the department and goes with it. */
  follows: boolean
  joinedAt: Date
}

const columns = {
  personId: groupMembers.personId,
  name: people.name,
  face: people.faceFileId,
  departmentId: people.departmentId,
  role: groupMembers.role,
  onCall: groupMembers.onCall,
  follows: groupMembers.follows,
  joinedAt: groupMembers.joinedAt,
}

const working = (groupId: number) =>
  and(eq(groupMembers.groupId, groupId), isNull(people.disabledAt))

/** Everybody in a group who works here, managers first; the caller has checked who asks. */
export const membersOf = (db: Db, groupId: number): Promise<Member[]> =>
  db
    .select(columns)
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(working(groupId))
    .orderBy(asc(groupMembers.role), asc(groupMembers.personId))

/** The first of them, for a row of faces. */
export const firstMembers = (db: Db, groupId: number, most: number): Promise<Member[]> =>
  db
    .select(columns)
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(working(groupId))
    .orderBy(asc(groupMembers.role), asc(groupMembers.personId))
    .limit(most)

export async function memberCount(db: Db, groupId: number): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(working(groupId))
  return row?.count ?? 0
}

/** Who runs it: for notices and escalations. */
export async function managerIds(db: Db, groupId: number): Promise<number[]> {
  const rows = await db
    .select({ id: groupMembers.personId })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(and(working(groupId), eq(groupMembers.role, "manager")))
    .orderBy(asc(groupMembers.personId))
  return rows.map(({ id }) => id)
}

/** 值班名单: copied at once when something urgent is said. */
export async function onCallIds(db: Db, groupId: number): Promise<number[]> {
  const rows = await db
    .select({ id: groupMembers.personId })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(and(working(groupId), eq(groupMembers.onCall, true)))
    .orderBy(asc(groupMembers.personId))
  return rows.map(({ id }) => id)
}

export async function memberIn(
  db: Db,
  groupId: number,
  personId: number,
): Promise<typeof groupMembers.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.personId, personId)))
  return row ?? null
}
