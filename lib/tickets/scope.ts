import { and, eq, gte, inArray, isNotNull, lt, type Placeholder, type SQL } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { tickets } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import { type DepartmentTree, subtree } from "@/lib/platform/organisation"
import type { TicketFilter } from "./inputs"
import { endedFrom } from "./order"
import { visibleTo } from "./policy"

/**
 * What a view shows to somebody, of the tickets that they may see.
 * @param own their department's ids and those of all below it
 */
export function inView(
  view: TicketFilter["view"],
  me: number | Placeholder,
  own: SQL,
): SQL | undefined {
  const open = lt(tickets.sortKey, endedFrom)
  const mine = eq(tickets.ownerId, me)
  const views: Record<typeof view, SQL | undefined> = {
    open,
    owed: and(open, mine, isNotNull(tickets.owedSince)),
    mine: and(open, mine),
    department: and(open, inArray(tickets.departmentId, own)),
    ended: gte(tickets.sortKey, endedFrom),
  }
  return views[view]
}

/** What a view, narrowed, shows of the tickets that the actor may see. */
export function scopeOf(
  org: DepartmentTree,
  actor: PersonActor,
  { view, state, kind, department, client, priority }: Omit<TicketFilter, "after">,
): SQL | undefined {
  return and(
    inView(view, actor.personId, idsIn(subtree(org, actor.departmentId))),
    state ? eq(tickets.state, state) : undefined,
    kind ? eq(tickets.kindId, kind) : undefined,
    department ? inArray(tickets.departmentId, subtree(org, department)) : undefined,
    client ? eq(tickets.clientId, client) : undefined,
    priority ? eq(tickets.priority, priority) : undefined,
    visibleTo(actor),
  )
}
