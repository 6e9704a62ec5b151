import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { canCreateFor } from "./policy"

/** Departments without a group yet that this person may make one for. */
export async function departmentChoices(
  actor: PersonActor,
): Promise<{ value: number; label: string }[]> {
  const org = await organisation(db())
  const open = [...org.departments.values()].filter(
    ({ id, closed }) => !closed && canCreateFor(actor, id),
  )
  if (open.length === 0) return []
  const taken = await db()
    .select({ id: groups.departmentId })
    .from(groups)
    .where(eq(groups.kind, "department"))
  const has = new Set(taken.map(({ id }) => id))
  return open
    .filter(({ id }) => !has.has(id))
    .map(({ id }) => ({ value: id, label: departmentPath(org, id) }))
    .sort((a, b) => a.label.localeCompare(b.label, "zh-CN"))
}
