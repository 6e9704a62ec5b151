import { and, asc, eq, inArray, lt, or, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { matterParts, matters } from "@/db/schema/matters"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Held, Holding } from "@/lib/platform/module"
import { stateRange } from "./order"

/** Open matters that somebody owns or answers for a part of; what is done stays theirs. */
const held = (db: Db, personId: number): Promise<Held[]> =>
  db
    .select({ id: matters.id, sensitivityId: matters.sensitivityId })
    .from(matters)
    .where(
      and(
        lt(matters.sortKey, stateRange("done").from),
        or(
          eq(matters.ownerId, personId),
          inArray(
            matters.id,
            db
              .select({ id: matterParts.matterId })
              .from(matterParts)
              .where(eq(matterParts.ownerId, personId)),
          ),
        ),
      ),
    )
    .orderBy(asc(matters.id))

async function handOver(
  ctx: Ctx,
  ids: readonly number[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  await ctx.tx
    .update(matters)
    .set({ ownerId: to, updatedAt: ctx.now, version: sql`${matters.version} + 1` })
    .where(and(inArray(matters.id, idsIn(ids)), eq(matters.ownerId, from)))
  await ctx.tx
    .update(matterParts)
    .set({ ownerId: to })
    .where(and(inArray(matterParts.matterId, idsIn(ids)), eq(matterParts.ownerId, from)))
  for (const id of ids)
    emit(ctx, { type: "matter.handed_over", recordId: id, data: { ownerId: to, before: from } })
}

export const openMatters: Holding = {
  kind: "matter",
  label: { zh: "未完成的跨部门事项", en: "Open matters" },
  held,
  handOver,
}
