import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { clientFormerOwners, clients, communications } from "@/db/schema/clients"
import { tasks } from "@/db/schema/tasks"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf, organisation, subtree } from "@/lib/platform/organisation"
import { openTasks } from "@/lib/tasks/handing-over"
import { stateRange } from "@/lib/tasks/order"
import { homeOf } from "./checking"
import { moveGroups } from "./moving-groups"

interface Move {
  from: number
  to: number
}

/**
 * Clients with everything that is open about them: next contacts, tasks made from them, and groups in
 * which they are spoken with. What is done stays whose it was. A client goes with its owner into their
 * department when that is another.
 * @param said goes along with each event; `first` stands with the first
 */
export async function moveClients(
  ctx: Ctx,
  ids: readonly number[],
  { from, to }: Move,
  said: Record<string, unknown> = {},
): Promise<void> {
  const rows = await ctx.tx
    .select({ id: clients.id, departmentId: clients.departmentId })
    .from(clients)
    .where(and(inArray(clients.id, idsIn(ids)), eq(clients.ownerId, from)))
  const [home, org] = [await homeOf(ctx.tx, to), await organisation(ctx.tx)]
  for (const [nth, { id, departmentId }] of rows.entries()) {
    const stays = home === null || subtree(org, departmentId).includes(home)
    await ctx.tx
      .update(clients)
      .set({
        ...{ ownerId: to, departmentId: stays ? departmentId : home, handoverId: null },
        ...{ updatedAt: ctx.now, version: sql`${clients.version} + 1` },
      })
      .where(eq(clients.id, id))
    await isFormerOwner(ctx, id, from)
    emit(ctx, {
      type: "client.handed_over",
      recordId: id,
      data: { ...said, ownerId: to, before: from, first: nth === 0 },
    })
  }
  await moveFollowUps(
    ctx,
    rows.map(({ id }) => id),
    { from, to },
  )
  await moveTasks(
    ctx,
    rows.map(({ id }) => id),
    { from, to },
  )
  for (const { id } of rows) await moveGroups(ctx, id, { from, to })
}

const isFormerOwner = (ctx: Ctx, clientId: number, personId: number) =>
  ctx.tx
    .insert(clientFormerOwners)
    .values({ clientId, personId, at: ctx.now })
    .onConflictDoUpdate({
      target: [clientFormerOwners.clientId, clientFormerOwners.personId],
      set: { at: ctx.now },
    })

const moveFollowUps = (ctx: Ctx, clientIds: readonly number[], { from, to }: Move) =>
  ctx.tx
    .update(communications)
    .set({ ownerId: to, updatedAt: ctx.now, version: sql`${communications.version} + 1` })
    .where(
      and(
        inArray(communications.clientId, idsIn(clientIds)),
        eq(communications.ownerId, from),
        sql`${communications.nextAt} is not null`,
        isNull(communications.settledAt),
      ),
    )

/** Tasks under a label go only to somebody cleared for it; others stay, for their holder to give on. */
async function moveTasks(ctx: Ctx, clientIds: readonly number[], move: Move): Promise<void> {
  const [heir] = await actorsOf(ctx.tx, [move.to])
  const open = await ctx.tx
    .select({ id: tasks.id, label: tasks.sensitivityId })
    .from(tasks)
    .where(
      and(
        eq(tasks.sourceKind, "client"),
        inArray(tasks.sourceId, idsIn(clientIds)),
        eq(tasks.ownerId, move.from),
        lt(tasks.sortKey, stateRange("done").from),
      ),
    )
  const fit = open.filter(({ label }) => label === null || heir?.clearances.has(label))
  if (fit.length > 0)
    await openTasks.handOver(
      ctx,
      fit.map(({ id }) => id),
      move,
    )
}
