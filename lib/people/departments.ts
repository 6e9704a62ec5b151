import { and, eq, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { departments } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { at, checkChange } from "./department-checks"

export type DepartmentRow = typeof departments.$inferSelect

/** What a form may change about a department. */
export interface DepartmentFields {
  name: string
  parentId: number | null
  headId: number | null
}

/** A department that wasn't dissolved. */
export async function openDepartment(db: Db, id: number): Promise<DepartmentRow | null> {
  const [row] = await db
    .select()
    .from(departments)
    .where(and(eq(departments.id, id), isNull(departments.closedAt)))
  return row ?? null
}

/** How it stood when a form was opened: whoever saves later hears of it. */
export const standing = ({ name, parentId, headId }: DepartmentFields): string =>
  [name, parentId ?? "", headId ?? ""].join("|")

/** A new department. One of that name which was dissolved at the same place opens again. */
export async function addDepartment(ctx: Ctx, fields: DepartmentFields): Promise<number> {
  await checkChange(ctx, null, fields)
  const [closed] = await ctx.tx.select().from(departments).where(at(fields.parentId, fields.name))
  const values = { ...fields, closedAt: null }
  const [row] = closed
    ? await ctx.tx.update(departments).set(values).where(eq(departments.id, closed.id)).returning()
    : await ctx.tx
        .insert(departments)
        .values({ ...values, createdAt: ctx.now })
        .returning()
  const id = row?.id ?? refuse("conflict")
  await organisationChanged(ctx)
  emit(ctx, {
    type: closed ? "department.reopened" : "department.added",
    recordId: id,
    data: { ...fields },
  })
  return id
}

/**
 * Renames, moves or gives another head, each said by itself with before and after.
 * @throws Refusal when the name is taken there, or the place is itself or below it
 */
export async function changeDepartment(
  ctx: Ctx,
  before: DepartmentRow,
  after: DepartmentFields,
): Promise<void> {
  if (standing(before) === standing(after)) return
  await checkChange(ctx, before, after)
  await ctx.tx.update(departments).set(after).where(eq(departments.id, before.id))
  await organisationChanged(ctx)
  const said = [
    { type: "department.renamed", field: "name" },
    { type: "department.moved", field: "parentId" },
    { type: "department.headed", field: "headId" },
  ] as const
  for (const { type, field } of said)
    if (before[field] !== after[field])
      emit(ctx, {
        type,
        recordId: before.id,
        data: { before: before[field], after: after[field] },
      })
}
