import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm"
import { db } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { sensitivities } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import type { Matter } from "./matter"
import { canHome, canRelabel } from "./policy"

const mostGroups = 200

/**
 * What the form offers: departments this person may register for, all departments that can be
 * involved, own groups to link, and labels they are cleared for.
 */
export async function formChoices(actor: PersonActor, matter?: Matter) {
  const org = await organisation(db())
  const open = [...org.departments.values()]
    .filter((department) => !department.closed)
    .map((department) => ({
      value: department.id,
      label: departmentPath(org, department.id),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "zh-CN"))
  return {
    homes: open.filter(({ value }) => canHome(actor, value)),
    departments: open,
    groups: await ownGroups(actor),
    labels: matter && !canRelabel(actor, matter) ? [] : await ownLabels(actor, matter),
  }
}

const ownGroups = (actor: PersonActor) =>
  db()
    .select({ value: groups.id, label: groups.name })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(
      and(
        eq(groupMembers.personId, actor.personId),
        ne(groups.kind, "direct"),
        isNull(groups.archivedAt),
      ),
    )
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(mostGroups)

async function ownLabels(actor: PersonActor, matter?: Matter) {
  const labels = await db()
    .select()
    .from(sensitivities)
    .where(inArray(sensitivities.id, [0, ...actor.clearances]))
  return labels.filter(({ id, closedAt }) => closedAt === null || id === matter?.sensitivityId)
}
