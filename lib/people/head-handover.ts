import { and, eq } from "drizzle-orm"
import { departments } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { organisation, organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { HandoverPlan } from "./handover-plan"

/**
 * Who leaves leads nothing: each of their departments gets the one who takes over, or stays open.
 * @returns the departments with who leads them now
 * @throws Refusal when nobody is named to lead, or somebody would make themselves a head
 */
export async function handOverHeads(
  ctx: Ctx & { actor: PersonActor },
  personId: number,
  { heads, receivers }: HandoverPlan,
): Promise<{ departmentId: number; to: number | null }[]> {
  const led = (await organisation(ctx.tx)).ledBy.get(personId) ?? []
  const moved: { departmentId: number; to: number | null }[] = []
  for (const departmentId of led) {
    const to = heads.has(departmentId) ? (receivers.get("to") ?? nobody()) : null
    if (to === ctx.actor.personId && !ctx.actor.leads.has(departmentId))
      refuse("invalid", { fields: { [`head.${departmentId}`]: "people.handover.ownHead" } })
    await ctx.tx
      .update(departments)
      .set({ headId: to })
      .where(and(eq(departments.id, departmentId), eq(departments.headId, personId)))
    moved.push({ departmentId, to })
  }
  if (led.length > 0) await organisationChanged(ctx)
  return moved
}

const nobody = () => refuse("invalid", { fields: { to: "people.handover.nobody" } })
