import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Held, Holding } from "@/lib/platform/module"
import { superiorsOf } from "./superiors"

/** People whose line manager somebody is. */
async function held(db: Db, personId: number): Promise<Held[]> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.managerId, personId), isNull(people.disabledAt)))
    .orderBy(asc(people.id))
  return rows.map(({ id }) => ({ id, sensitivityId: null }))
}

/** The new manager and those above them can't be under themselves: they go to the leaver's manager. */
async function handOver(
  ctx: Ctx,
  ids: readonly number[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  const [leaver] = await ctx.tx
    .select({ managerId: people.managerId })
    .from(people)
    .where(eq(people.id, from))
  const above = new Set([to, ...(await superiorsOf(ctx.tx, to))])
  await give(
    ctx,
    ids.filter((id) => !above.has(id)),
    from,
    to,
  )
  await give(
    ctx,
    ids.filter((id) => above.has(id)),
    from,
    leaver?.managerId ?? null,
  )
}

async function give(ctx: Ctx, ids: readonly number[], from: number, to: number | null) {
  if (ids.length === 0) return
  await ctx.tx
    .update(people)
    .set({ managerId: to, version: sql`${people.version} + 1` })
    .where(and(inArray(people.id, idsIn(ids)), eq(people.managerId, from)))
  for (const id of ids)
    emit(ctx, {
      type: "person.changed",
      recordId: id,
      data: { fields: ["managerId"], before: from, after: to },
    })
}

export const directReports: Holding = {
  kind: "report",
  label: { zh: "直属下属", en: "Direct reports" },
  held,
  handOver,
}
