import { and, eq, isNull } from "drizzle-orm"
import { departments, people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { DepartmentRow } from "./departments"

/**
 * Ends a department. What it left still says where it came from, for the heads above.
 * @throws Refusal while somebody or another department is in it
 */
export async function dissolveDepartment(ctx: Ctx, department: DepartmentRow): Promise<void> {
  const inside = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.departmentId, department.id), isNull(people.disabledAt)))
    .limit(1)
  if (inside.length > 0) refuse("conflict", { sentence: "people.departments.error.people" })
  const below = await ctx.tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.parentId, department.id), isNull(departments.closedAt)))
    .limit(1)
  if (below.length > 0) refuse("conflict", { sentence: "people.departments.error.below" })
  await ctx.tx
    .update(departments)
    .set({ closedAt: ctx.now, headId: null })
    .where(eq(departments.id, department.id))
  await organisationChanged(ctx)
  emit(ctx, {
    type: "department.dissolved",
    recordId: department.id,
    data: { name: department.name, parentId: department.parentId, headId: department.headId },
  })
}
