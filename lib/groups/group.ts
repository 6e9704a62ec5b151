import { eq, inArray, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { type Grant, type GuestMay, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { chatName } from "./naming"

export type GroupRow = typeof groups.$inferSelect
export type GroupKind = GroupRow["kind"]
export type GroupRole = (typeof groupMembers.$inferSelect)["role"]

/** A group with what decides who sees it: its members do, and nobody else (decision 6). */
export interface Group extends GroupRow {
  /** Its name; a private chat has none and is called by all its members'. */
  title: string
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select()
    .from(groups)
    .where(eq(groups.id, sql.placeholder("id")))
    .prepare(),
)
const namesIn = prepared((db) =>
  db
    .select({ name: people.name })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(eq(groupMembers.groupId, sql.placeholder("id")))
    .orderBy(people.id)
    .prepare(),
)

/** The group, whoever asks: `canSee` comes next. */
export async function findGroup(db: Db, id: number): Promise<Group | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  if (!row) return null
  if (row.kind !== "direct") return withGrants(row)
  const names = await namesIn(db).execute({ id })
  return withGrants(row, chatName(names))
}

/** Managers hold their group at admin, members at their own level (decision 2). */
export const withGrants = (row: GroupRow, title = row.name): Group => ({
  ...row,
  title,
  sensitivityId: null,
  grants: [{ principal: `group:${row.id}`, level: "admin" }, ...toGuests(row)],
})

/** Guests who were let in hold this one group, never what else belongs to its members. */
const toGuests = ({ id, kind }: GroupRow): Grant[] =>
  openedAs[kind].length > 0 ? [{ principal: `scope:group:${id}`, level: "view" }] : []

/** What a group of each kind can be opened for to somebody from outside. */
export const openedAs: Record<GroupKind, readonly GuestMay[]> = {
  client: ["view", "upload", "talk"],
  project: ["view", "upload"],
  incident: ["view", "upload"],
  department: [],
  casual: [],
  direct: [],
}

/** For actions: the group that an input names, if the actor is in it. */
export async function seenGroup(ctx: Ctx, input: { groupId: number }): Promise<Group | null> {
  const group = await findGroup(ctx.tx, input.groupId)
  return group && sees(ctx.actor, group) ? group : null
}

/** Groups as lists of records of every kind name them. */
export async function titledGroups(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: groups.id, kind: groups.kind, title: groups.name })
    .from(groups)
    .where(inArray(groups.id, [...ids]))
  const found = new Map<number, { title: string; href: string }>()
  for (const { id, kind, title } of rows) {
    const named = kind === "direct" ? ((await findGroup(db, id))?.title ?? "") : title
    found.set(id, { title: named, href: `/groups/${id}` })
  }
  return found
}
