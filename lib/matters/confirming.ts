import { sql } from "drizzle-orm"
import { matterParts } from "@/db/schema/matters"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { type Matter, type MatterPart, seenMatter } from "./matter"
import { onePart } from "./parts"
import { settle } from "./settling"

/** A matter with the part of one department, if it is the actor's to see. */
export async function seenPart(
  ctx: Ctx,
  { id, department }: { id: number; department: number },
): Promise<{ matter: Matter; part: MatterPart } | null> {
  const matter = await seenMatter(ctx, { id })
  const part = matter?.parts.find(({ departmentId }) => departmentId === department)
  return matter && part ? { matter, part } : null
}

/** 部门确认: the department takes its part on. Said twice, it was said once. */
export async function confirmPart(
  ctx: Ctx & { actor: PersonActor },
  { matter, part }: { matter: Matter; part: MatterPart },
): Promise<void> {
  if (part.confirmedAt) return
  await ctx.tx
    .update(matterParts)
    .set({ confirmedAt: ctx.now, confirmedById: ctx.actor.personId })
    .where(onePart(matter.id, part.departmentId))
  await settle(ctx, matter, [part.ownerId])
  emit(ctx, {
    type: "matter.confirmed",
    recordId: matter.id,
    data: { departmentId: part.departmentId },
  })
}

const pause = 60 * 60_000

/**
 * 催办: asks the responsible person once more, at most once an hour.
 * @throws Refusal when they were asked less than an hour ago
 */
export async function nudgePart(
  ctx: Ctx,
  { matter, part }: { matter: Matter; part: MatterPart },
): Promise<void> {
  if (part.nudgedAt && ctx.now.getTime() - part.nudgedAt.getTime() < pause)
    refuse("invalid", { sentence: "matters.error.nudged" })
  await ctx.tx
    .update(matterParts)
    .set({ nudges: sql`${matterParts.nudges} + 1`, nudgedAt: ctx.now })
    .where(onePart(matter.id, part.departmentId))
  emit(ctx, {
    type: "matter.nudged",
    recordId: matter.id,
    data: { departmentId: part.departmentId },
  })
}
