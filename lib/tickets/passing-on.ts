import { and, asc, eq, inArray, lt } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { tickets } from "@/db/schema/tickets"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Holding } from "@/lib/platform/module"
import { assign } from "./assigning"
import { endedFrom } from "./order"
import { sayInside } from "./telling"
import { findTicket } from "./ticket"
import { nextInTurn } from "./turn"

const open = (on: Db, personId: number) =>
  on
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.ownerId, personId), lt(tickets.sortKey, endedFrom)))
    .orderBy(asc(tickets.id))

/** Open tickets of somebody who leaves go to whoever takes over. */
export const openTickets: Holding = {
  kind: "ticket",
  label: { zh: "未解决的客户需求工单", en: "Open tickets" },
  held: async (on, personId) =>
    (await open(on, personId)).map(({ id }) => ({ id, sensitivityId: null })),
  handOver: async (ctx, ids, { from, to }) => {
    const rows = await ctx.tx
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(inArray(tickets.id, idsIn(ids)), eq(tickets.ownerId, from)))
    for (const { id } of rows) {
      const ticket = await findTicket(ctx.tx, id)
      if (ticket) await assign(ctx, ticket, to, "left")
    }
  },
}

/** What nobody took over when somebody left goes round the department in turn. */
export async function ownerLeft(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  for (const { id } of await open(ctx.tx, recordId)) {
    const ticket = await findTicket(ctx.tx, id)
    if (ticket) await assign(ctx, ticket, await nextInTurn(ctx, ticket.departmentId), "left")
  }
}

/** Who is responsible for a client sees its tickets: they go along when it changes hands. */
export async function clientMoved(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const rows = await ctx.tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.clientId, recordId))
    .orderBy(asc(tickets.id))
  for (const row of rows) sayInside(ctx, row, "client_moved")
}
