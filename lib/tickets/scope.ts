import { and, eq, gte, inArray, isNotNull, lt, type SQL } from "drizzle-orm"
import { tickets } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import { type DepartmentTree, subtree } from "@/lib/platform/organisation"
import type { TicketFilter } from "./inputs"
import { endedFrom } from "./order"
import { visibleTo } from "./policy"

/** What a view shows of the tickets that the actor may see. */
export function scopeOf(
  org: DepartmentTree,
  actor: PersonActor,
  { view, state, kind, department, client, priority }: Omit<TicketFilter, "after">,
): SQL | undefined {
  const open = lt(tickets.sortKey, endedFrom)
  const mine = eq(tickets.ownerId, actor.personId)
  const views: Record<TicketFilter["view"], SQL | undefined> = {
    open,
    owed: and(open, mine, isNotNull(tickets.owedSince)),
    mine: and(open, mine),
    department: and(open, inArray(tickets.departmentId, subtree(org, actor.departmentId))),
    ended: gte(tickets.sortKey, endedFrom),
  }
  return and(
    views[view],
    state ? eq(tickets.state, state) : undefined,
    kind ? eq(tickets.kindId, kind) : undefined,
    department ? inArray(tickets.departmentId, subtree(org, department)) : undefined,
    client ? eq(tickets.clientId, client) : undefined,
    priority ? eq(tickets.priority, priority) : undefined,
    visibleTo(actor),
  )
}
