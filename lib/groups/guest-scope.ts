import { and, desc, eq, inArray, isNull } from "drizzle-orm"
import { type Db, db } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { GuestScoped } from "@/lib/platform/guest-scoped"
import { type Group, type GroupKind, openedAs } from "./group"
import { canInviteGuest } from "./policy"
import { stoodFiles } from "./stood-files"

const mostChoices = 100
const opened = Object.keys(openedAs).filter(isOpened)

function isOpened(kind: string): kind is GroupKind {
  return new Map<string, readonly unknown[]>(Object.entries(openedAs)).get(kind)?.length !== 0
}

/** A group for guests: its files, and in a client group the talk. */
export const groupScope: GuestScoped<Group> = {
  offers: ({ kind }) => openedAs[kind],
  mayInvite: canInviteGuest,
  owners: async (on, { id }) => (await managersOf(on, id)).map(({ personId }) => personId),
  departments: homesOf,
  stood: stoodFiles,
  href: (id) => `/g/groups/${id}`,
  choices,
}

const managersOf = (on: Db, groupId: number) =>
  on
    .select({ personId: people.id, departmentId: people.departmentId })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(
      and(
        eq(groupMembers.groupId, groupId),
        eq(groupMembers.role, "manager"),
        isNull(people.disabledAt),
      ),
    )

/** A group without a department is at home where those who run it are; a manager's own is at home with them. */
async function homesOf(on: Db, group: Group, inviter: PersonActor): Promise<number[]> {
  if (group.departmentId !== null) return [group.departmentId]
  const managers = await managersOf(on, group.id)
  return managers.some(({ personId }) => personId === inviter.personId)
    ? []
    : managers.map(({ departmentId }) => departmentId)
}

async function choices(actor: PersonActor): Promise<number[]> {
  const rows = await db()
    .select({ id: groups.id })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(
      and(
        eq(groupMembers.personId, actor.personId),
        inArray(groups.kind, opened),
        isNull(groups.archivedAt),
      ),
    )
    .orderBy(desc(groups.lastAt), desc(groups.id))
    .limit(mostChoices)
  return rows.map(({ id }) => id)
}
