import { and, eq, inArray } from "drizzle-orm"
import { matterParts } from "@/db/schema/matters"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { NewPart } from "./creating"
import type { Matter } from "./matter"

/**
 * The parts of a matter as they are wanted now. A part whose responsible person stays keeps its
 * confirmation; anybody new is asked.
 * @returns what changed, for the log
 */
export async function setParts(
  ctx: Ctx,
  matter: Matter,
  own: Omit<NewPart, "departmentId">,
  wanted: readonly NewPart[],
): Promise<Record<string, unknown>> {
  const initiating = { ...own, departmentId: matter.departmentId }
  const before = new Map(matter.parts.map((part) => [part.departmentId, part]))
  const added = wanted.filter((part) => !before.has(part.departmentId))
  const kept = new Set([initiating, ...wanted].map((part) => part.departmentId))
  const gone = [...before.keys()].filter((id) => !kept.has(id))
  const changed: NewPart[] = []
  for (const part of [initiating, ...wanted]) {
    const known = before.get(part.departmentId)
    if (!known || (known.ownerId === part.ownerId && known.work === part.work)) continue
    const asked = known.ownerId !== part.ownerId && part.departmentId !== matter.departmentId
    await ctx.tx
      .update(matterParts)
      .set({
        ownerId: part.ownerId,
        work: part.work,
        ...(asked && { askedAt: ctx.now, confirmedAt: null, confirmedById: null, nudges: 0 }),
      })
      .where(onePart(matter.id, part.departmentId))
    if (asked) changed.push(part)
  }
  if (gone.length > 0)
    await ctx.tx
      .delete(matterParts)
      .where(and(eq(matterParts.matterId, matter.id), inArray(matterParts.departmentId, gone)))
  if (added.length > 0)
    await ctx.tx
      .insert(matterParts)
      .values(added.map((part) => ({ matterId: matter.id, askedAt: ctx.now, ...part })))
  const asked = [...added, ...changed]
  if (asked.length > 0)
    emit(ctx, {
      type: "matter.asked",
      recordId: matter.id,
      data: { departmentIds: asked.map((part) => part.departmentId) },
    })
  return added.length + gone.length > 0
    ? { parts: { added: added.map((part) => part.departmentId), gone } }
    : {}
}

export const onePart = (matterId: number, departmentId: number) =>
  and(eq(matterParts.matterId, matterId), eq(matterParts.departmentId, departmentId))
