import { asc, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import type { PersonActor } from "@/lib/platform/actor"
import type { Whose } from "@/lib/platform/calendar-source"
import { organisation } from "@/lib/platform/organisation"
import type { CalendarFilter } from "./calendar-inputs"

/** Departments and groups whose calendar somebody may look at: those they belong to. */
export function whoseOf(actor: PersonActor, { department, group }: CalendarFilter): Whose {
  if (department !== undefined && actor.principals.has(`department:${department}`))
    return { of: "department", id: department }
  if (group !== undefined && actor.principals.has(`group:${group}`))
    return { of: "group", id: group }
  return { of: "mine" }
}

/** What such a home is called; null for one's own calendar. */
export async function homeName(whose: Whose): Promise<string | null> {
  if (whose.of === "mine") return null
  if (whose.of === "department")
    return (await organisation(db())).departments.get(whose.id)?.name ?? null
  const [group] = await db()
    .select({ name: groups.name })
    .from(groups)
    .where(eq(groups.id, whose.id))
  return group?.name ?? null
}

const mostGroups = 12

/** Whose calendars somebody may choose between, besides their own. */
export async function homesOf(actor: PersonActor) {
  const org = await organisation(db())
  const department = org.departments.get(actor.departmentId)
  const own = await db()
    .select({ id: groups.id, name: groups.name, kind: groups.kind })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.personId, actor.personId))
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(60)
  return {
    department: department ? { id: actor.departmentId, name: department.name } : null,
    groups: own
      .filter(({ kind }) => kind !== "direct" && kind !== "casual" && kind !== "department")
      .slice(0, mostGroups)
      .map(({ id, name }) => ({ id, name })),
  }
}
