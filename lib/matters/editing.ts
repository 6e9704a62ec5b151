import { and, eq } from "drizzle-orm"
import { matters } from "@/db/schema/matters"
import { comments } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { writeTags } from "@/lib/platform/tagging"
import { requireContent } from "./checking"
import type { MatterContent } from "./creating"
import type { Matter } from "./matter"
import { sortKeyOf } from "./order"
import { setParts } from "./parts"
import { canRelabel } from "./policy"

type Own = Ctx & { actor: PersonActor }

/** Said in the log with before and after; texts are only named, since they may be restricted. */
const spoken = ["ownerId", "urgency", "sensitivityId", "groupId"] as const
const unspoken = ["description", "goal", "background", "remark"] as const

/**
 * Changes a matter that was read at `version`. Whoever has a new part is asked to confirm it.
 * @param reason why the planned day changes
 * @throws Refusal "conflict" with what stands there now when somebody was faster
 */
export async function editMatter(
  ctx: Own,
  matter: Matter,
  version: number,
  content: MatterContent,
  reason = "",
): Promise<number> {
  if (matter.version !== version) refuse("conflict", { current: contentOf(matter) })
  const moved = matter.dueAt?.getTime() !== content.dueAt?.getTime()
  if (moved && matter.dueAt !== null && reason === "")
    refuse("invalid", { fields: { reason: "matters.error.reason" } })
  if (content.sensitivityId !== matter.sensitivityId && !canRelabel(ctx.actor, matter))
    refuse("invalid", { fields: { sensitivity: "matters.error.label" } })
  await requireContent(ctx, matter.departmentId, content, matter)
  const { parts, work, ...fields } = content
  const after = { ...matter, ...fields }
  const [row] = await ctx.tx
    .update(matters)
    .set({ ...fields, updatedAt: ctx.now, version: version + 1, sortKey: sortKeyOf(after) })
    .where(and(eq(matters.id, matter.id), eq(matters.version, version)))
    .returning({ version: matters.version })
  if (!row) return refuse("conflict")
  await writeTags(ctx, "matter", matter.id, [after.description, after.goal, after.background])
  const changed = await setParts(ctx, matter, { work, ownerId: content.ownerId }, parts)
  if (moved) await sayPostponed(ctx, matter, content.dueAt, reason)
  const fieldsChanged = { ...differences(matter, after), ...changed }
  if (Object.keys(fieldsChanged).length > 0 || !moved)
    emit(ctx, { type: "matter.edited", recordId: matter.id, data: fieldsChanged })
  return row.version
}

/** A matter as its form has it. */
export function contentIn(matter: Matter): MatterContent {
  const { description, goal, background, remark, urgency, ownerId, dueAt } = matter
  const own = matter.parts.find((part) => part.departmentId === matter.departmentId)
  return {
    ...{ description, goal, background, remark, urgency, ownerId, dueAt },
    ...{ groupId: matter.groupId, sensitivityId: matter.sensitivityId, work: own?.work ?? "" },
    parts: matter.parts.filter((part) => part !== own),
  }
}

/** What a conflict shows beside one's own text. */
const contentOf = (matter: Matter) => ({
  description: matter.description,
  goal: matter.goal,
  background: matter.background,
  remark: matter.remark,
  version: matter.version,
})

/** The reason is kept like a comment: it may be restricted, so the log only points at it. */
async function sayPostponed(ctx: Own, matter: Matter, dueAt: Date | null, reason: string) {
  const [row] =
    reason === ""
      ? []
      : await ctx.tx
          .insert(comments)
          .values({
            kind: "matter",
            recordId: matter.id,
            personId: ctx.actor.personId,
            body: reason,
            at: ctx.now,
          })
          .returning({ id: comments.id })
  emit(ctx, {
    type: "matter.postponed",
    recordId: matter.id,
    data: { dueAt: { before: matter.dueAt, after: dueAt }, ...(row && { commentId: row.id }) },
  })
}

function differences(before: Matter, after: Matter): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const field of spoken)
    if (before[field] !== after[field])
      changed[field] = { before: before[field], after: after[field] }
  const texts = unspoken.filter((field) => before[field] !== after[field])
  return texts.length > 0 ? { ...changed, texts } : changed
}
