import { and, eq, isNull, ne, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { departments, people } from "@/db/schema/people"
import { isPerson } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisation, organisationChanged, subtree } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"

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

/** @throws Refusal when a department can't be so: its name, its place or its head */
export async function checkChange(
  ctx: Ctx,
  before: DepartmentRow | null,
  after: DepartmentFields,
): Promise<void> {
  await checkPlace(ctx, before, after)
  await checkHead(ctx, before, after.headId)
}

const at = (parentId: number | null, name: string) =>
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
