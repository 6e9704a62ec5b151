import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { requireCleared, requireOpenLabel } from "@/lib/tasks/labels"
import { requireSource } from "@/lib/tasks/source"
import type { MatterContent } from "./creating"
import type { Matter } from "./matter"

/**
 * What a matter names must be there, be the actor's to name, and be cleared for its label.
 * @param before the matter that is edited: what it names already may stay
 * @throws Refusal at the field
 */
export async function requireContent(
  ctx: Ctx & { actor: PersonActor },
  departmentId: number,
  content: MatterContent,
  before?: Matter,
): Promise<void> {
  await requireParts(ctx, departmentId, content, before)
  const { groupId, sensitivityId } = content
  if (groupId !== null && groupId !== before?.groupId)
    await requireSource(ctx.tx, ctx.actor, { kind: "group", id: groupId })
  if (sensitivityId !== (before?.sensitivityId ?? null)) await requireOpenLabel(ctx, sensitivityId)
  await requireCleared(ctx, sensitivityId, [
    ctx.actor.personId,
    content.ownerId,
    ...content.parts.map((part) => part.ownerId),
  ])
}

/** At least one other department, each once, none that was dissolved. */
async function requireParts(
  ctx: Ctx,
  departmentId: number,
  { parts }: MatterContent,
  before?: Matter,
): Promise<void> {
  if (parts.length === 0) refuse("invalid", { fields: { part1: "matters.error.noPart" } })
  const { departments } = await organisation(ctx.tx)
  const taken = new Set([departmentId])
  const known = new Set(before?.parts.map((part) => part.departmentId))
  for (const [at, part] of parts.entries()) {
    const field = `part${at + 1}`
    const department = departments.get(part.departmentId)
    if (!department || (department.closed && !known.has(part.departmentId)))
      refuse("invalid", { fields: { [field]: "matters.error.gone" } })
    if (taken.has(part.departmentId))
      refuse("invalid", { fields: { [field]: "matters.error.twice" } })
    taken.add(part.departmentId)
  }
}
