import { and, desc, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { clients } from "@/db/schema/clients"
import { tickets } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import { mostOwnRows, type OwnSheet } from "@/lib/platform/module"
import { numberOf } from "./numbers"
import { visibleTo } from "./policy"

/** Tickets that are somebody's. */
export async function ownTicketSheets(on: Db, actor: PersonActor): Promise<readonly OwnSheet[]> {
  const rows = await on
    .select({ ticket: tickets, client: clients.name })
    .from(tickets)
    .innerJoin(clients, eq(clients.id, tickets.clientId))
    .where(and(eq(tickets.ownerId, actor.personId), visibleTo(actor)))
    .orderBy(desc(tickets.id))
    .limit(mostOwnRows)
  return [
    {
      name: { zh: "客户需求工单", en: "Tickets" },
      columns: [
        { zh: "工单编号", en: "Number" },
        { zh: "标题", en: "Title" },
        { zh: "客户名称", en: "Client" },
        { zh: "状态", en: "Status" },
        { zh: "提交时间", en: "Written" },
        { zh: "首次答复", en: "First answer" },
        { zh: "承诺完成时间", en: "Promised by" },
        { zh: "解决时间", en: "Resolved" },
        { zh: "评分", en: "Rating" },
      ],
      rows: rows.map(({ ticket, client }) => [
        ...[numberOf(ticket.id), ticket.title, client, ticket.state, ticket.createdAt],
        ...[ticket.answeredAt, ticket.solveDueAt, ticket.doneAt, ticket.rating],
      ]),
    },
  ]
}
