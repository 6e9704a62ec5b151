import { and, eq, isNull, ne } from "drizzle-orm"
import { people, personDuties } from "@/db/schema/people"
import type { Duty } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { voidLinks } from "./new-password"

/**
 * Gives a person exactly these duties.
 * @throws Refusal when nobody would be left for 平台管理 (decision 3)
 */
export async function setDuties(
  ctx: Ctx,
  person: { id: number },
  wanted: readonly Duty[],
): Promise<void> {
  const rows = await ctx.tx.select().from(personDuties).where(eq(personDuties.personId, person.id))
  const before = rows.map((row) => row.duty)
  const added = wanted.filter((duty) => !before.includes(duty))
  const gone = before.filter((duty) => !wanted.includes(duty))
  if (added.length + gone.length === 0) return
  if (gone.includes("platform")) await requireAnotherAdministrator(ctx, person.id)
  for (const duty of gone)
    await ctx.tx
      .delete(personDuties)
      .where(and(eq(personDuties.personId, person.id), eq(personDuties.duty, duty)))
  if (added.length > 0)
    await ctx.tx.insert(personDuties).values(added.map((duty) => ({ personId: person.id, duty })))
  // A link handed out before would open the account with the new duties too.
  if (added.length > 0) await voidLinks(ctx, person.id)
  await organisationChanged(ctx)
  emit(ctx, {
    type: "person.duties",
    recordId: person.id,
    data: { personIds: [person.id], before, after: [...wanted] },
    needsReview: added.length > 0,
  })
}

/** @throws Refusal when this person is the last active one with 平台管理 */
export async function requireAnotherAdministrator(ctx: Ctx, personId: number): Promise<void> {
  const [other] = await ctx.tx
    .select({ id: people.id })
    .from(personDuties)
    .innerJoin(people, eq(people.id, personDuties.personId))
    .where(
      and(eq(personDuties.duty, "platform"), isNull(people.disabledAt), ne(people.id, personId)),
    )
    .limit(1)
  if (!other) refuse("conflict", { sentence: "people.error.lastAdministrator" })
}

export async function isAdministrator(ctx: Ctx, personId: number): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ personId: personDuties.personId })
    .from(personDuties)
    .where(and(eq(personDuties.duty, "platform"), eq(personDuties.personId, personId)))
  return row !== undefined
}
