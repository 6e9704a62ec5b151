import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { endSessions } from "@/lib/platform/session"
import { openDepartment } from "./departments"
import { forgetDevices } from "./devices"
import { isAdministrator, requireAnotherAdministrator } from "./duties"
import { handOver } from "./handover"
import type { HandoverPlan } from "./handover-plan"
import { voidLinks } from "./new-password"
import { findPerson } from "./person"

interface Somebody {
  id: number
}

/**
 * Somebody leaves: every session, page and stream of theirs ends within a second (G7.4).
 * @throws Refusal when they left already, or are the last with 平台管理
 */
export async function disablePerson(ctx: Ctx, person: Somebody): Promise<void> {
  if (await isAdministrator(ctx, person.id)) await requireAnotherAdministrator(ctx, person.id)
  const [row] = await ctx.tx
    .update(people)
    .set({ disabledAt: ctx.now, version: sql`${people.version} + 1` })
    .where(and(eq(people.id, person.id), isNull(people.disabledAt)))
    .returning({ id: people.id })
  if (!row) refuse("conflict")
  const ended = await endSessions(ctx, person.id)
  await forgetDevices(ctx, person.id)
  await voidLinks(ctx, person.id)
  await organisationChanged(ctx)
  emit(ctx, {
    type: "person.disabled",
    recordId: person.id,
    data: { personIds: [person.id], endedSessions: ended.length },
  })
}

/** The same, with everything they answer for going to others in the same moment. */
export async function letGo(
  ctx: Ctx & { actor: PersonActor },
  person: Somebody,
  plan: HandoverPlan,
): Promise<void> {
  await disablePerson(ctx, person)
  await handOver(ctx, person.id, plan)
}

/**
 * Somebody comes back: with the same account, and signs in anew.
 * @param to a department where the old one is none any more
 * @throws Refusal when the department was dissolved, or they came back already
 */
export async function enablePerson(
  ctx: Ctx,
  { id }: Somebody,
  to: number | null = null,
): Promise<void> {
  const person = (await findPerson(ctx.tx, id)) ?? refuse("not_found")
  const departmentId = to ?? person.departmentId
  if (!(await openDepartment(ctx.tx, departmentId)))
    refuse("invalid", { fields: { department: "people.error.departmentGone" } })
  const [row] = await ctx.tx
    .update(people)
    .set({ disabledAt: null, departmentId, version: sql`${people.version} + 1` })
    .where(and(eq(people.id, id), isNotNull(people.disabledAt)))
    .returning({ id: people.id })
  if (!row) refuse("conflict")
  await organisationChanged(ctx)
  if (departmentId !== person.departmentId)
    emit(ctx, {
      type: "person.moved",
      recordId: id,
      data: { personIds: [id], before: person.departmentId, after: departmentId },
    })
  emit(ctx, { type: "person.enabled", recordId: id, data: { personIds: [id] } })
}
