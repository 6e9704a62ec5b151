import { matterParts, matters } from "@/db/schema/matters"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { canImportTo } from "@/lib/tasks/policy"
import type { Source } from "@/lib/tasks/source"
import { requireContent } from "./checking"
import { keepNumber, nextNumber } from "./numbers"
import { sortKeyOf } from "./order"
import { canHome } from "./policy"

export interface NewPart {
  departmentId: number
  ownerId: number
  work: string
}

/** What a form says about a matter. */
export interface MatterContent {
  description: string
  goal: string
  background: string
  ownerId: number
  /** What the initiating department does itself. */
  work: string
  urgency: "high" | "medium" | "low"
  dueAt: Date | null
  remark: string
  groupId: number | null
  sensitivityId: number | null
  parts: NewPart[]
  /** The record that it is made from, which its maker may see. */
  source?: Source | null
  /** It comes out of a file, as one of many. */
  imported?: true
}

/**
 * Registers a matter under the next number of the month, and asks each department concerned to
 * confirm its part. On PostgreSQL the caller holds `numberLock`.
 * @param number one that it has already
 * @throws Refusal when it isn't the actor's department, or somebody named isn't cleared
 */
export async function createMatter(
  ctx: Ctx & { actor: PersonActor },
  departmentId: number,
  content: MatterContent,
  number?: number,
): Promise<number> {
  const may = content.imported ? canImportTo : canHome
  if (!may(ctx.actor, departmentId))
    refuse("invalid", { fields: { department: "matters.error.home" } })
  await requireContent(ctx, departmentId, content)
  const { parts, work, source = null, imported: _, ...fields } = content
  const id = number === undefined ? await nextNumber(ctx) : await keepNumber(ctx, number)
  await ctx.tx.insert(matters).values({
    ...fields,
    ...{ id, sourceKind: source?.kind ?? null, sourceId: source?.id ?? null },
    departmentId,
    creatorId: ctx.actor.personId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    sortKey: sortKeyOf({ state: "pending", dueAt: content.dueAt, doneAt: null }),
  })
  const asked = { matterId: id, askedAt: ctx.now }
  const own = { departmentId, ownerId: content.ownerId, work }
  const confirmed = { confirmedAt: ctx.now, confirmedById: ctx.actor.personId }
  await ctx.tx.insert(matterParts).values({ ...asked, ...own, ...confirmed })
  await ctx.tx.insert(matterParts).values(parts.map((part) => ({ ...asked, ...part })))
  await writeTags(ctx, "matter", id, [content.description, content.goal, content.background], true)
  emit(ctx, {
    type: "matter.created",
    recordId: id,
    data: {
      ownerId: content.ownerId,
      departmentIds: parts.map((part) => part.departmentId),
      ...(source && { source }),
    },
  })
  return id
}
