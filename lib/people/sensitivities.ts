import { and, eq, ne, or } from "drizzle-orm"
import type { Db } from "@/db/database"
import { sensitivities } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"

export type Sensitivity = typeof sensitivities.$inferSelect

export interface SensitivityFields {
  name: string
  nameEn: string
  note: string
}

export async function findSensitivity(db: Db, id: number): Promise<Sensitivity | null> {
  const [row] = await db.select().from(sensitivities).where(eq(sensitivities.id, id))
  return row ?? null
}

/** A new category. Nobody is cleared for it yet. */
export async function addSensitivity(ctx: Ctx, fields: SensitivityFields): Promise<number> {
  await checkName(ctx, 0, fields)
  const [row] = await ctx.tx
    .insert(sensitivities)
    .values({ ...fields, createdAt: ctx.now })
    .returning({ id: sensitivities.id })
  const id = row?.id ?? refuse("conflict")
  emit(ctx, { type: "sensitivity.added", recordId: id, data: { ...fields } })
  return id
}

export async function changeSensitivity(
  ctx: Ctx,
  before: Sensitivity,
  after: SensitivityFields,
): Promise<void> {
  await checkName(ctx, before.id, after)
  const { name, nameEn, note } = before
  const unchanged = name === after.name && nameEn === after.nameEn && note === after.note
  if (unchanged) return
  await ctx.tx.update(sensitivities).set(after).where(eq(sensitivities.id, before.id))
  emit(ctx, {
    type: "sensitivity.changed",
    recordId: before.id,
    data: { before: { name, nameEn, note }, after: { ...after } },
  })
}

/** Closed, a category is given to no record any more; those that have it stay restricted. */
export async function closeSensitivity(
  ctx: Ctx,
  label: Sensitivity,
  closed: boolean,
): Promise<void> {
  if ((label.closedAt !== null) === closed) refuse("conflict")
  await ctx.tx
    .update(sensitivities)
    .set({ closedAt: closed ? ctx.now : null })
    .where(eq(sensitivities.id, label.id))
  const type = closed ? "sensitivity.closed" : "sensitivity.reopened"
  emit(ctx, { type, recordId: label.id, data: { name: label.name } })
}

async function checkName(ctx: Ctx, id: number, { name, nameEn }: SensitivityFields) {
  const [taken] = await ctx.tx
    .select({ name: sensitivities.name })
    .from(sensitivities)
    .where(
      and(
        ne(sensitivities.id, id),
        or(eq(sensitivities.name, name), eq(sensitivities.nameEn, nameEn)),
      ),
    )
  if (!taken) return
  const field = taken.name === name ? "name" : "nameEn"
  refuse("invalid", { fields: { [field]: "people.sensitivity.error.taken" } })
}
