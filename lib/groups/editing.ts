import { and, eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { Group, GroupRow } from "./group"

type Changes = Pick<GroupRow, "name" | "about" | "joinRule">

/**
 * Changes how a group read at `version` is called, what it is for and how people come in.
 * @returns its new version
 * @throws Refusal "conflict" with what stands there now when somebody was faster
 */
export async function editGroup(
  ctx: Ctx,
  group: Group,
  version: number,
  changes: Changes,
): Promise<number> {
  const { name, about, joinRule } = group
  const current = { name, about, joinRule, version: group.version }
  if (group.version !== version) refuse("conflict", { current })
  const same = name === changes.name && about === changes.about && joinRule === changes.joinRule
  if (same) return version
  const [row] = await ctx.tx
    .update(groups)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(groups.id, group.id), eq(groups.version, version)))
    .returning({ version: groups.version })
  if (!row) return refuse("conflict", { current })
  emit(ctx, { type: "group.changed", recordId: group.id, data: differences(group, changes) })
  return row.version
}

/** A name may be known to few: the log says that it changed, not to what. */
function differences(before: Group, after: Changes): Record<string, unknown> {
  const texts = (["name", "about"] as const).filter((field) => before[field] !== after[field])
  const rule = { before: before.joinRule, after: after.joinRule }
  return {
    ...(texts.length > 0 && { texts }),
    ...(rule.before !== rule.after && { joinRule: rule }),
  }
}
