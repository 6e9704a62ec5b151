import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { departments, people } from "@/db/schema/people"
import { isPerson } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { organisation, subtree } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { DepartmentFields, DepartmentRow } from "./departments"

/** @throws Refusal when a department can't be so: its name, its place or its head */
export async function checkChange(
  ctx: Ctx,
  before: DepartmentRow | null,
  after: DepartmentFields,
): Promise<void> {
  await checkPlace(ctx, before, after)
  await checkHead(ctx, before, after.headId)
}

/** The departments of a name at a place, dissolved ones too. */
export const at = (parentId: number | null, name: string) =>
  and(
    parentId === null ? isNull(departments.parentId) : eq(departments.parentId, parentId),
    eq(departments.name, name),
  )

async function checkPlace(ctx: Ctx, before: DepartmentRow | null, after: DepartmentFields) {
  const org = await organisation(ctx.tx)
  if (after.parentId !== null) {
    const parent = org.departments.get(after.parentId)
    if (!parent || parent.closed) refuse("invalid", { fields: { parent: "errors.notValid" } })
    if (before && subtree(org, before.id).includes(after.parentId))
      refuse("invalid", { fields: { parent: "people.departments.error.cycle" } })
  }
  const [taken] = await ctx.tx
    .select({ id: departments.id })
    .from(departments)
    .where(
      and(
        at(after.parentId, after.name),
        // A place that only a dissolved one has is free, but not for one that has its own past.
        before ? ne(departments.id, before.id) : isNull(departments.closedAt),
      ),
    )
  if (taken) refuse("invalid", { fields: { name: "people.departments.error.taken" } })
}

/** Nobody makes themselves a head (decision 2), and who left leads nothing. */
async function checkHead(ctx: Ctx, before: DepartmentRow | null, headId: number | null) {
  if (headId === null || headId === before?.headId) return
  if (isPerson(ctx.actor) && ctx.actor.personId === headId)
    refuse("invalid", { fields: { head: "people.departments.error.ownHead" } })
  const [head] = await ctx.tx
    .select({ one: sql`1` })
    .from(people)
    .where(and(eq(people.id, headId), isNull(people.disabledAt)))
  if (!head) refuse("invalid", { fields: { head: "people.error.nobody" } })
}
